// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The hourly check: who is told what, and what pages have to tell. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { SpaceNotice } from '../contract.ts'
import type { Channels, NoticeInput, NoticeStep } from '../src/logic/notices.ts'
import type { About, QuotaSettings, StateRow } from './store.ts'

import { contract } from '../contract.ts'
import { ACCOUNT_LEVELS, accountChannels, ownChannels, spaceChannels } from '../src/logic/channels.ts'
import { noticed, percent } from '../src/logic/levels.ts'
import { calm, isOver, step } from '../src/logic/notices.ts'
import { isQuiet } from '../src/logic/quiet.ts'
import { kept, poolState, total, usedOf } from './counting.ts'
import { tellNotice, withdrawNotice } from './messages.ts'
import { DAY, preferencesOf, states, storedNotice } from './store.ts'

/** What one account is to be told about. */
interface Subject {
	about: About
	percent: number | null
	levels: readonly number[]
	channels: Channels
}

/**
 * Checks everybody's storage, the space and the number of accounts.
 *
 * @param space the space
 * @param settings the settings in force
 */
export function checkStorage(space: Space, settings: QuotaSettings): void {
	const whole = total(space, settings)
	const pool = poolState(usedOf(whole), settings)
	const accounts = percent(whole.accounts, settings.accountCap)
	const before = new Map(states(space).map((row) => [`${row.account}/${row.about}`, row]))
	const after: StateRow[] = []
	const day = Math.floor(space.now() / DAY)
	const today = space.appValue(contract.app, 'noticesWritten') === day
	space.setAppValue(contract.app, 'noticesWritten', day)
	for (const account of space.accounts()) {
		const own = kept(space, account.id)
		const tell = (subject: Subject) => told(space, settings, account, subject, before.get(`${account.id}/${subject.about}`), after)
		const mine = tell({ about: 'mine', percent: noticed(own.files, own.quota), levels: settings.levels, channels: ownChannels(settings, preferencesOf(space, account.id)) })
		const everybody = tell({ about: 'space', percent: pool?.percent ?? null, levels: settings.poolLevels, channels: spaceChannels(settings, account.admin) })
		tell({ about: 'accounts', percent: account.admin ? accounts : null, levels: ACCOUNT_LEVELS, channels: accountChannels })
		const notice = {
			mine: mine.banner && mine.state.level !== null && own.quota !== null ? { level: mine.state.level, ...own, quota: own.quota } : null,
			space: everybody.banner && everybody.state.level !== null && pool !== null ? spaceNotice(today ? storedNotice(space, account.id).space : null, { level: everybody.state.level, used: pool.used, pool: pool.pool }) : null,
		}
		space.setUserValue(account.id, contract.app, 'notice', notice.mine === null && notice.space === null ? undefined : notice)
	}
	states(space).splice(0, Infinity, ...after)
}

/** One account and one subject: what is known is kept, what is due is sent. */
function told(space: Space, settings: QuotaSettings, account: Account, { about, channels, ...given }: Subject, before: StateRow | undefined, after: StateRow[]): NoticeStep {
	const input: NoticeInput = {
		...given,
		...channels,
		wantsMail: channels.wantsMail && account.email !== '',
		percent: hears(account) ? given.percent : null,
		now: space.now(),
		quiet: isQuiet(space.now(), account.timezone, settings.quietHours),
		hysteresis: settings.hysteresis,
		repeatDays: settings.repeatDays,
	}
	const result = step(before ?? calm, input)
	if (result.state.level !== null || result.state.told !== null) {
		after.push({ account: account.id, about, ...result.state })
	}
	if (isOver(before ?? calm, result.state)) {
		withdrawNotice(space, account.id, about)
	}
	if (result.send !== null) {
		tellNotice(space, account.id, about, result.send)
	}
	return result
}

/** Who is told anything: who uses an account of the association. */
function hears({ enabled, guest, firstLogin }: Account): boolean {
	return enabled && !guest && firstLogin !== null
}

/** The numbers about the space are everybody's: written when the level changes, and once a day while it lasts. */
function spaceNotice(today: SpaceNotice | null, fresh: SpaceNotice): SpaceNotice {
	return today?.level === fresh.level ? today : fresh
}
