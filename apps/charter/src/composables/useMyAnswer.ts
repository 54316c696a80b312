// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The reader's own answer to a charter in force, which they may change at any time. */

import type { Answer, Met } from '../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, watch } from 'vue'
import { sendAnswer } from '../api/charter.ts'
import { t } from '../l10n.ts'
import { OUTDATED } from './outdated.ts'

/** What becomes of an answer. */
export interface Outcome {
	answered: (answer: Answer) => void
	/** Something else is in force by now, or another answer on record; the sentence says which. */
	outdated: (why: string) => Promise<void>
}

/**
 * Keeps the state of an answer. Nothing here throws.
 *
 * @param met the charter in force
 * @param outcome what to do then
 */
export function useMyAnswer(met: () => Met, outcome: Outcome) {
	const language = ref(met().language)
	const sending = ref(false)
	/** What became of an answer. */
	const message = ref('')
	const error = ref('')

	watch(met, (now) => {
		if (!(language.value in now.version.texts)) {
			language.value = now.language
		}
	})

	async function give(choice: Answer['choice'], reason = '') {
		if (sending.value) {
			return
		}
		sending.value = true
		message.value = ''
		error.value = ''
		try {
			const { version: { id, hashes }, answer } = met()
			const textHash = hashes[language.value] ?? ''
			outcome.answered(await sendAnswer({ version: id, language: language.value, textHash, choice, after: answer?.id ?? 0, ...reason && { reason } }))
			message.value = t('Thank you! Your answer is kept.')
		} catch (problem) {
			const refusal = asOcsError(problem, 'ensemble_charter')
			error.value = refusal.message
			if (OUTDATED.includes(refusal.code)) {
				await outcome.outdated(refusal.message)
			}
		} finally {
			sending.value = false
		}
	}

	return { language, sending, message, error, give }
}
