// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Asks for the password where Nextcloud wants it once more; what waits for it waits as long as it takes. */

import type { Ref } from 'vue'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref } from 'vue'
import { confirmPassword } from '../../api/quotas.ts'
import { t } from '../../l10n.ts'

/** The question for the password. */
export interface Password {
	/** What is said above the field; null = it is not wanted. */
	question: Ref<string | null>
	/** Whether it is being checked. */
	checking: Ref<boolean>
	/**
	 * Asks.
	 *
	 * @return whether Nextcloud has confirmed it; false where nobody wants to give it
	 */
	ask: () => Promise<boolean>
	/** Gives the password; null = nobody wants to. Never throws. */
	answer: (password: string | null) => Promise<void>
}

/** The question for the password on this screen. */
export function usePassword(): Password {
	const question = ref<string | null>(null)
	const checking = ref(false)
	let resume: ((confirmed: boolean) => void) | undefined

	function ask() {
		question.value = t('Nextcloud wants to be sure that it is you.')
		return new Promise<boolean>((resolve) => {
			resume = resolve
		})
	}

	function close(confirmed: boolean) {
		question.value = null
		resume?.(confirmed)
		resume = undefined
	}

	async function answer(password: string | null) {
		if (password === null) {
			close(false)
		} else if (!checking.value) {
			checking.value = true
			try {
				if (await confirmPassword(password)) {
					close(true)
				} else {
					question.value = t('That was not the right password. Please try again.')
				}
			} catch (error) {
				question.value = asOcsError(error, 'ensemble_quota').message
			} finally {
				checking.value = false
			}
		}
	}

	return { question, checking, ask, answer }
}
