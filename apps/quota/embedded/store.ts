// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the app keeps: notices, history, requests and choices, and the questions that several endpoints ask of them. */

import type { Body, Settings } from '@ensemble/shared/contract/define'
import type { EmbeddedApp, Space } from '@ensemble/space/embedding'
import type { OwnDay, OwnNotice, OwnRequest, PoolDay, Preferences, QuotaContract, SpaceNotice } from '../contract.ts'
import type { Dismissed } from '../src/logic/levels.ts'
import type { NoticeState } from '../src/logic/notices.ts'

import { contract } from '../contract.ts'

/** All handlers of the app; each file of this folder has some of them. */
export type Handlers = EmbeddedApp<QuotaContract>['handlers']
export type QuotaSettings = Settings<QuotaContract>

/** Seconds of a day. */
export const DAY = 86_400

/** What notices are about: the own storage, the space as a whole, the number of accounts. */
export type About = 'accounts' | 'mine' | 'space'

/** What is known about one reader and one thing that fills up. */
export interface StateRow extends NoticeState { account: string, about: About }

/** A day of an account's history. */
export interface OwnDayRow extends OwnDay { account: string }

/** A request for more room. */
export interface RequestRow extends OwnRequest {
	account: string
	/** The quota when it was asked for, bytes. */
	quotaAt: number
	/** Login name; empty for nobody. */
	decidedBy: string
}

/** What a page has to tell: written by the hourly check, so that a page need not count. */
export interface StoredNotice { mine: OwnNotice | null, space: SpaceNotice | null }

/** Banners that were closed. */
export type StoredDismissed = Partial<Record<Body<QuotaContract, 'POST /api/v1/dismissals'>['about'], Dismissed>>

export const states = (space: Space) => space.rows<StateRow>(contract.app, 'states')
export const ownDays = (space: Space) => space.rows<OwnDayRow>(contract.app, 'ownDays')
export const poolDays = (space: Space) => space.rows<PoolDay>(contract.app, 'poolDays')
export const requests = (space: Space) => space.rows<RequestRow>(contract.app, 'requests')

/** Days since 1970, now. */
export function today(space: Space): number {
	return Math.floor(space.now() / DAY)
}

/** What the account's next page has to tell, closed or not. */
export function storedNotice(space: Space, account: string): StoredNotice {
	return (space.userValue(account, contract.app, 'notice') ?? { mine: null, space: null }) as StoredNotice
}

/** The banners that the account has closed. */
export function storedDismissed(space: Space, account: string): StoredDismissed {
	return (space.userValue(account, contract.app, 'dismissed') ?? {}) as StoredDismissed
}

/** The account's own choices. */
export function preferencesOf(space: Space, account: string): Preferences {
	return (space.userValue(account, contract.app, 'preferences') ?? { mail: true, from: null }) as Preferences
}

/** Forgets what is known of an account. */
export function forget(space: Space, account: string): void {
	for (const rows of [states(space), ownDays(space), requests(space)] as Array<Array<{ account: string }>>) {
		rows.splice(0, Infinity, ...rows.filter((row) => row.account !== account))
	}
}
