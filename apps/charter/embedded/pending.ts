// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is put on a member's page when they are to be asked. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { Owner, PendingCharter } from '../contract.ts'

import { contract } from '../contract.ts'
import { canWait } from '../src/logic/standing.ts'
import { answers, changeNoteFor, isFor, languageFor, notedInForce, personKnown, valueOf, versionById } from './store.ts'

/**
 * The asks of an account's next page: the host's first, the association's next to it.
 *
 * @param space the space
 * @param account who reads
 * @param settings the app's
 * @param settings.laterDays after "later", the ask comes back on the n-th day
 * @return null where nobody is to be asked
 */
export function pending(space: Space, account: Account, { laterDays }: { laterDays: number }): PendingCharter | null {
	const association = pendingOf(space, account, 'association', laterDays)
	const host = pendingOf(space, account, 'host', laterDays)
	return host === null ? association : { ...host, next: association }
}

function pendingOf(space: Space, account: Account, owner: Owner, laterDays: number): PendingCharter | null {
	const value = (name: 'answered' | 'later') => Number(space.userValue(account.id, contract.app, valueOf(name, owner)) ?? 0)
	const version = notedInForce(space, owner)
	if (version === undefined || version.mode === 'inform' || value('answered') === version.asks || !isFor(version, account)) {
		return null
	}
	// What was put off before comes back once it cannot be put off any more.
	if (space.now() < value('later') && canWait(version, space.now())) {
		return null
	}
	const language = languageFor(account, version)
	const text = version.texts[language]
	const textHash = version.hashes[language]
	if (text === undefined || textHash === undefined) {
		return null
	}
	const person = personKnown(space, account.id)
	return {
		association: space.name,
		owner,
		ownerName: version.ownerName,
		version: version.id,
		language,
		textHash,
		title: text.title,
		summary: text.summary,
		languages: Object.keys(version.texts),
		laterDays,
		canWait: canWait(version, space.now()),
		deadline: version.deadline,
		// An editorial version tells of its typo only; who has not answered yet wants to know what the asking one changed.
		changeNote: changeNoteFor(account, versionById(space, version.asks) ?? version),
		before: answers(space).findLast((row) => row.person === person && versionById(space, row.version)?.owner === owner)?.version ?? null,
		next: null,
	}
}
