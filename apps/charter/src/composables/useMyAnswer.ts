// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter in force and the reader's own answer to it, which they may change at any time. */

import type { Answer } from '../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { useLoading } from '@ensemble/shared/screen/useLoading'
import { computed, ref } from 'vue'
import { fetchCharter, sendAnswer } from '../api/charter.ts'
import { t } from '../l10n.ts'

/** Refusals after which the person should see what is in force now. */
const OUTDATED = ['answered_meanwhile', 'other_text', 'replaced', 'unknown_version']

/** Keeps the state of the charter's page. Nothing here throws. */
export function useMyAnswer() {
	const { data, error: loadError, loading, load } = useLoading(fetchCharter, 'ensemble_charter')
	const language = ref('')
	const sending = ref(false)
	/** What became of an answer. */
	const message = ref('')
	const error = ref('')

	const version = computed(() => data.value?.version ?? null)
	const answer = computed(() => data.value?.answer ?? null)

	async function reload() {
		await load()
		if (version.value && !(language.value in version.value.texts)) {
			language.value = data.value?.language ?? version.value.defaultLanguage
		}
	}

	async function give(choice: Answer['choice'], reason = '') {
		const shown = data.value
		if (sending.value || !shown?.version) {
			return
		}
		sending.value = true
		message.value = ''
		error.value = ''
		try {
			const { id, hashes } = shown.version
			const textHash = hashes[language.value] ?? ''
			const given = await sendAnswer({ version: id, language: language.value, textHash, choice, after: shown.answer?.id ?? 0, ...reason && { reason } })
			data.value = { ...shown, answer: given }
			message.value = t('Thank you! Your answer is kept.')
		} catch (problem) {
			const refusal = asOcsError(problem, 'ensemble_charter')
			error.value = refusal.message
			if (OUTDATED.includes(refusal.code)) {
				await reload()
			}
		} finally {
			sending.value = false
		}
	}

	return { data, loadError, loading, language, sending, message, error, version, answer, reload, give }
}
