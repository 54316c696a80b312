// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the app's mails say. PHP: Mail\Letters. */

import type { Account, MailWords, Space } from '@ensemble/space/embedding'
import type { About } from './store.ts'
import type { Lead, Writer } from './writer.ts'

import { kept, total, usedOf } from './counting.ts'
import { news } from './digest.ts'
import { settingsOf } from './settings.ts'

function letter(subject: string, heading: string, body: string[], { link, action }: Lead): MailWords {
	return { subject, heading, body, button: { label: action, link } }
}

/** About a level that was passed; null where there is nothing to measure against any more. */
export function levelLetter(space: Space, account: Account, about: About, write: Writer): MailWords | null {
	return { mine, space: everybody, accounts }[about](space, account, write)
}

function mine(space: Space, { id }: Account, { text, amount, share, help, toMine }: Writer): MailWords | null {
	const { files, trash, versions, quota } = kept(space, id)
	if (quota === null) {
		return null
	}
	const vars = { ...share(files, quota), association: space.name }
	const besides = text('Besides, your deleted files take {trash} and old versions of your files {versions}. They do not count towards your limit, but take room in the space that all members share.', { trash: amount(trash), versions: amount(versions) })
	return letter(text('Your storage in {association} is {percent} full', vars), text('{used} of {total} are in use', vars), [
		text('Your files take {used} of the {total} you may keep. When it is full, nothing new can be saved; what is there stays.', vars),
		...trash + versions > 0 ? [besides] : [],
		...help(),
	], toMine('See what takes the room'))
}

function everybody(space: Space, { admin }: Account, { text, share, help, toMine, toAdmin }: Writer): MailWords | null {
	const settings = settingsOf(space)
	if (settings.pool === null) {
		return null
	}
	const vars = { ...share(usedOf(total(space, settings)), settings.pool), association: space.name }
	return letter(text('The storage of {association} is {percent} full', vars), text('{used} of {total} are in use', vars), [
		text('All members share this storage. When it is full, nobody can save anything new.'),
		...admin
			? [text('You can see what takes the room, and who may keep how much.')]
			: [text('It helps when everybody deletes what nobody needs any more, and then empties the deleted files.'), ...help()],
	], admin ? toAdmin('See what takes the room') : toMine('See what takes the room'))
}

function accounts(space: Space, _: Account, { text, toAdmin }: Writer): MailWords | null {
	const { accounts: used, accountCap } = total(space, settingsOf(space))
	if (accountCap === null) {
		return null
	}
	const vars = { used, total: accountCap, association: space.name }
	return letter(text('{association} has {used} of {total} accounts', vars), text('{used} of {total} accounts are in use', vars), [
		text('Once all are taken, nobody can be added. Guests and disabled accounts do not count, so disabling the account of somebody who has left makes room.'),
	], toAdmin('See the members'))
}

/** To admins, once a week. */
export function digestLetter(space: Space, { text, amount, share, plural, toAdmin }: Writer): MailWords {
	const { whole, members, requests, capIsNear } = news(space, settingsOf(space))
	const used = usedOf(whole)
	return letter(text('The storage of {association} this week', { association: space.name }), text('The storage of your space this week'), [
		whole.pool ? text('{used} of {total} are in use, which is {percent}.', share(used, whole.pool)) : text('{used} are in use.', { used: amount(used) }),
		...members > 0 ? [plural('One member has passed a level of their own storage.', '%n members have passed a level of their own storage.', members)] : [],
		...requests > 0 ? [plural('One request for more storage waits for an answer.', '%n requests for more storage wait for an answer.', requests)] : [],
		...capIsNear ? [text('{used} of {total} accounts are in use.', { used: whole.accounts, total: whole.accountCap ?? 0 })] : [],
	], toAdmin('See what takes the room'))
}
