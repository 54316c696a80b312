// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finishes an account of which Nextcloud has refused a part after it was made, so that nothing stays half done. */

import type { KnownAccount } from '../../api/adminAccounts.ts'
import type { Invitation } from '../../logic/invite/plan.ts'
import type { Invited } from './useInvitations.ts'

import { changeAccount, joinGroup, sendInvitation } from '../../api/adminAccounts.ts'
import { t } from '../../l10n.ts'

/** Does something until it has an answer; null where it was stopped. */
type Patiently = <R>(act: () => Promise<R>, refused: (message: string) => R) => Promise<R | null>

/**
 * Adds what is missing and sends the invitation. A quota or language that is refused stays the usual one: the person is
 * invited, and the admin is told.
 *
 * @param invitation who
 * @param there what the account has
 * @param patiently how to call
 */
export async function complete(invitation: Invitation, there: KnownAccount, patiently: Patiently): Promise<Invited> {
	const { account, name, mail, groups, quota, language } = invitation
	const notes: string[] = []
	const parts: Array<{ act: () => Promise<void>, needed: boolean, said: (reason: string) => string }> = [
		...groups.filter((group) => !there.groups.includes(group)).map((group) => ({
			act: () => joinGroup(account, group),
			needed: false,
			said: (reason: string) => t('Not in the group “{group}”: {reason}', { group, reason }),
		})),
		...name && there.name !== name ? [{ act: () => changeAccount(account, 'displayname', name), needed: false, said: (reason: string) => t('The name was not taken: {reason}', { reason }) }] : [],
		...quota ? [{ act: () => changeAccount(account, 'quota', quota), needed: false, said: (reason: string) => t('The quota is the usual one: {reason}', { reason }) }] : [],
		...language ? [{ act: () => changeAccount(account, 'language', language), needed: false, said: (reason: string) => t('The language is the usual one: {reason}', { reason }) }] : [],
		...there.mail === mail ? [] : [{ act: () => changeAccount(account, 'email', mail), needed: true, said: (reason: string) => t('The account was made, but without a mail address: {reason}', { reason }) }],
		{ act: () => sendInvitation(account), needed: true, said: (reason: string) => t('The account was made, but the invitation could not be sent: {reason}', { reason }) },
	]
	for (const { act, needed, said } of parts) {
		const refusal = await patiently(() => act().then(() => ''), (message) => message)
		if (refusal === null) {
			return { state: 'half', note: t('The account was made, but nobody was told yet.') }
		}
		if (refusal) {
			notes.push(said(refusal))
			if (needed) {
				return { state: 'half', note: notes.join(' ') }
			}
		}
	}
	notes.push(t('The invitation has no link to choose a password: the person presses “Forgot password?” on the login page.'))
	return { state: 'done', note: notes.join(' ') }
}
