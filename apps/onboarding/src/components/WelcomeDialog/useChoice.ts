// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A choice that is saved at once: what is chosen, and what became of it. */

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, shallowRef } from 'vue'
import { t } from '../../l10n.ts'

/** Arrow keys go through all the choices: only where one stays is saved. Milliseconds. */
export const PAUSE = 500

/** What is done with a choice. */
export interface Choice<T> {
	/** What is in force now. */
	now: T
	/** Saves it; throws an OcsError. */
	save: (value: T) => Promise<void>
	/** Shows it on the page, or shows the old one again where it could not be saved. */
	show?: (value: T) => void
}

/**
 * Keeps a choice.
 *
 * @param choice what is in force, and what is done with another
 */
export function useChoice<T>({ now, save, show }: Choice<T>) {
	const chosen = shallowRef(now)
	/** What to say about it; `failed` where it went wrong. */
	const message = ref('')
	const failed = ref(false)
	/** Whether something else than at the beginning was saved. */
	const changed = ref(false)
	let saved = now
	let timer: ReturnType<typeof setTimeout> | undefined
	let saving: Promise<void> = Promise.resolve()

	function choose(value: T) {
		chosen.value = value
		show?.(value)
		failed.value = false
		message.value = t('Saving …')
		clearTimeout(timer)
		timer = setTimeout(flush, PAUSE)
	}

	/** Saves at once what waits for a pause. */
	function flush(): Promise<void> {
		if (timer !== undefined) {
			clearTimeout(timer)
			timer = undefined
			saving = saving.then(() => store(chosen.value))
		}
		return saving
	}

	async function store(value: T) {
		try {
			if (value !== saved) {
				await save(value)
				saved = value
			}
			changed.value = saved !== now
			if (timer === undefined) {
				message.value = t('Saved.')
			}
		} catch (reason) {
			// A later choice may be on its way already.
			if (timer === undefined) {
				chosen.value = saved
				show?.(saved)
				message.value = asOcsError(reason, 'ensemble_onboarding').message
				failed.value = true
			}
		}
	}

	return { chosen, message, failed, changed, choose, flush }
}
