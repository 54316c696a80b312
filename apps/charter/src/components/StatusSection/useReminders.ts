// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reminds members who have not answered, and says in words what came of it. */

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref } from 'vue'
import { remind } from '../../api/status.ts'
import { n, t } from '../../l10n.ts'

/**
 * Keeps the state of reminding. Nothing here throws.
 *
 * @param reload loads the list again
 */
export function useReminders(reload: () => Promise<void>) {
	const busy = ref(false)
	const message = ref('')
	const error = ref('')

	async function send(version: number, accounts: string[], say: (sent: number, skipped: number) => string) {
		if (busy.value) {
			return
		}
		busy.value = true
		error.value = ''
		message.value = t('Sending …')
		try {
			const { sent, skipped } = await remind(version, accounts)
			message.value = say(sent, skipped)
		} catch (reason) {
			message.value = ''
			error.value = asOcsError(reason, 'ensemble_charter').message
		} finally {
			busy.value = false
		}
		await reload()
	}

	/**
	 * Reminds one member.
	 *
	 * @param version id of the version in force
	 * @param member whom
	 * @param member.account login name
	 * @param member.name what people call them
	 */
	function one(version: number, { account, name }: { account: string, name: string }) {
		return send(version, [account], (sent) => sent > 0
			? t('{name} was reminded.', { name })
			: t('{name} was not reminded: there is an answer by now, or somebody has sent a reminder within the last day.', { name }))
	}

	/**
	 * Reminds all who have not answered.
	 *
	 * @param version id of the version in force
	 */
	function all(version: number) {
		return send(version, [], (sent, skipped) => [
			sent === 0 ? t('Nobody was reminded.') : n('One person was reminded.', '%n people were reminded.', sent),
			skipped === 0 ? '' : n('One was left out, because there was a reminder within the last day or an answer came in.', '%n were left out, because there was a reminder within the last day or an answer came in.', skipped),
		].filter(Boolean).join(' '))
	}

	return { busy, message, error, one, all }
}
