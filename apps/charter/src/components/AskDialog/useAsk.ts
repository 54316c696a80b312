// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The course of the ask: reading, answering, and what may come in between. */

import type { Answer, PendingCharter, Version } from '../../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, shallowRef } from 'vue'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { t } from '../../l10n.ts'
import { fromPending, fromVersion } from './shown.ts'

export type Choice = Answer['choice']

/** Refusals after which the person should see what is in force now. */
const OUTDATED = ['answered_meanwhile', 'other_text', 'replaced', 'unknown_version']

/**
 * Keeps the state of the ask. Nothing here throws: what goes wrong is in `error`, and everything stays as it is.
 *
 * @param pending what the page carries
 * @param close takes the dialog away
 */
export function useAsk(pending: PendingCharter, close: () => void) {
	const shown = shallowRef(fromPending(pending))
	const reading = ref(false)
	const busy = ref(false)
	/** Why something else is shown than a moment ago. */
	const notice = ref('')
	const error = ref('')
	/** The answer that is on record, once there is one. */
	const given = shallowRef<Answer>()
	/** Whether it was given just now, here. */
	const fresh = ref(false)
	let version: Version | null = null

	/** Does one thing at a time; a second click on a slow line is not a second answer. */
	async function exclusively(work: () => Promise<void>) {
		if (busy.value) {
			return
		}
		busy.value = true
		error.value = ''
		try {
			await work()
		} catch (reason) {
			error.value = asOcsError(reason, 'ensemble_charter').message
		} finally {
			busy.value = false
		}
	}

	async function load() {
		const charter = await fetchCharter()
		version = charter.version
		if (!version) {
			close()
			return
		}
		if (version.id !== shown.value.version) {
			notice.value = t('The charter has been replaced by a newer one in the meantime. Please read the new text.')
		}
		shown.value = fromVersion(version, shown.value.language, charter.language)
		given.value = charter.answer ?? undefined
	}

	/** Opens the whole text. */
	function read() {
		reading.value = true
		return exclusively(async () => {
			if (!version) {
				await load()
			}
		})
	}

	function stopReading() {
		reading.value = false
		error.value = ''
	}

	function chooseLanguage(language: string) {
		return exclusively(async () => {
			if (!version) {
				await load()
			}
			if (version) {
				shown.value = fromVersion(version, language)
			}
		})
	}

	function answer(choice: Choice) {
		return exclusively(async () => {
			notice.value = ''
			const { version: id, language, textHash } = shown.value
			try {
				given.value = await sendAnswer({ version: id, language, textHash, choice, after: 0 })
				fresh.value = true
			} catch (reason) {
				const refusal = asOcsError(reason, 'ensemble_charter')
				if (!OUTDATED.includes(refusal.code)) {
					throw refusal
				}
				await load()
				notice.value = refusal.message
			}
		})
	}

	/** Leaves at once, even on a broken line: then the ask comes back with the next page, and nobody was held up. */
	function leave() {
		if (!given.value) {
			putOff(shown.value.version).catch(() => undefined)
		}
		close()
	}

	return { shown, reading, busy, notice, error, given, fresh, read, stopReading, chooseLanguage, answer, leave }
}
