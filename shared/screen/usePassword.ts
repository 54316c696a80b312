// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Asks for the password where Nextcloud wants it once more; what waits for it waits as long as it takes. */

import type { Ref } from 'vue'
import type { Translate } from '../l10n/translate.ts'

import { ref } from 'vue'
import { OcsError } from '../ocs/error.ts'
import { confirmPassword } from '../ocs/nextcloud.ts'

/** The question for the password; PasswordDialog.vue shows it. */
export interface Password {
	/** What is said above the field; null = it is not wanted. */
	question: Ref<string | null>
	/** Whether it is being checked. */
	checking: Ref<boolean>
	/**
	 * Asks.
	 *
	 * @return the password, which Nextcloud has confirmed; null where nobody wants to give it
	 */
	ask: () => Promise<string | null>
	/** Gives the password; null = nobody wants to. Never throws. */
	answer: (password: string | null) => Promise<void>
}

/**
 * The question for the password on this screen.
 *
 * @param t translator of the app
 */
export function usePassword(t: Translate): Password {
	const question = ref<string | null>(null)
	const checking = ref(false)
	let resume: ((password: string | null) => void) | undefined

	function ask() {
		question.value = t('Nextcloud wants to be sure that it is you.')
		return new Promise<string | null>((resolve) => {
			resume = resolve
		})
	}

	function close(password: string | null) {
		question.value = null
		resume?.(password)
		resume = undefined
	}

	async function answer(password: string | null) {
		if (password === null) {
			close(null)
		} else if (!checking.value) {
			checking.value = true
			try {
				if (await confirmPassword(password, t)) {
					close(password)
				} else {
					question.value = t('That was not the right password. Please try again.')
				}
			} catch (error) {
				question.value = error instanceof OcsError ? error.message : String(error)
			} finally {
				checking.value = false
			}
		}
	}

	return { question, checking, ask, answer }
}
