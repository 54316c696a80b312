// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Answers requests for more room. To approve, the quota is set first; only then the answer is kept and told. */

import type { Ref } from 'vue'
import type { Request } from '../../../contract.ts'
import type { Usage } from '../../api/storage.ts'
import type { Quotas } from '../QuotaChange/useQuotas.ts'

import { formatBytes } from '@ensemble/shared/l10n/format'
import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref } from 'vue'
import { decideRequest, fetchRequests } from '../../api/storage.ts'
import { t } from '../../l10n.ts'

/** What the screen shows and does. */
export interface Decisions {
	/** Whether an answer is under way. */
	busy: Ref<boolean>
	/** What became of the last answer. */
	message: Ref<string>
	/** What went wrong with it. */
	error: Ref<string>
	/** Request → what is wrong with the word for who asked. */
	wordErrors: Ref<Record<number, string>>
	/**
	 * Raises the quota, then approves. Never throws.
	 *
	 * @param request the request
	 * @param value the new quota as Nextcloud stores it; null = it is high enough already
	 * @param word for who asked
	 * @return whether it was done
	 */
	approve: (request: Request, value: string | null, word: string) => Promise<boolean>
	/** Declines. Never throws. */
	decline: (request: Request, word: string) => Promise<boolean>
}

/**
 * The answers on this screen.
 *
 * @param world what the screen knows
 * @param world.quotas changes quotas
 * @param world.usage what there is now
 * @param world.reload loads requests and numbers again
 */
export function useDecisions({ quotas, usage, reload }: { quotas: Quotas, usage: () => Usage, reload: () => Promise<void> }): Decisions {
	const busy = ref(false)
	const message = ref('')
	const error = ref('')
	const wordErrors = ref<Record<number, string>>({})

	/** Does one thing at a time, and says what went wrong. */
	async function guarded(request: Request, act: () => Promise<string>) {
		if (busy.value || quotas.running.value) {
			return false
		}
		busy.value = true
		message.value = ''
		error.value = ''
		wordErrors.value = {}
		let done = false
		try {
			message.value = await act()
			done = message.value !== ''
		} catch (reason) {
			const { message: why, field } = asOcsError(reason, 'ensemble_quota')
			if (field === 'word') {
				wordErrors.value = { [request.id]: why }
			} else {
				error.value = why
			}
		} finally {
			await reload()
			busy.value = false
		}
		return done
	}

	function approve(request: Request, value: string | null, word: string) {
		return guarded(request, async () => {
			// Not to raise the quota of somebody who has taken the request back, or was answered by somebody else.
			const open = (await fetchRequests()).some(({ id, state }) => id === request.id && state === 'open')
			if (!open) {
				error.value = t('This request is no longer open: it was taken back, or somebody else has answered it. Nothing was changed.')
				return ''
			}
			if (value !== null && !await raise(request, value)) {
				error.value = t('The quota could not be set, so the request stays open.')
				return ''
			}
			const { granted, wanted } = await decideRequest(request.id, 'approved', word.trim())
			return t('{name} may now keep {amount}, and has been told.', { name: request.name, amount: formatBytes(granted ?? wanted) })
		})
	}

	async function raise({ account, name }: Request, value: string) {
		const before = usage().members.find((member) => member.account === account)?.stored ?? 'default'
		const [result] = await quotas.run([{ account, name, before, after: value }])
		return result !== undefined && result.error === null
	}

	function decline(request: Request, word: string) {
		return guarded(request, async () => {
			await decideRequest(request.id, 'declined', word.trim())
			return t('Declined. {name} has been told.', { name: request.name })
		})
	}

	return { busy, message, error, wordErrors, approve, decline }
}
