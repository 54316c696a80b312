// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When somebody is told that storage fills up, and by which channels: pure, so that a clock can be driven through it. PHP: Notices\Engine. */

import { levelOf } from './levels.ts'

const DAY = 86_400

/** What is known about one reader and one thing that fills up, between two runs. */
export interface NoticeState {
	/** The level in force, percent; null = none. */
	level: number | null
	/** What was told last while a level was in force. */
	told: { level: number, at: number } | null
}

/** From which level on which channel is used; null = never. */
export interface Channels {
	bannerFrom: number | null
	notificationFrom: number | null
	mailFrom: number | null
	/** Whether the reader wants mails. */
	wantsMail: boolean
	/** The reader's own lowest level, for every channel; null = no choice of their own. */
	from: number | null
}

/** What one run knows. */
export interface NoticeInput extends Channels {
	/** How full, not rounded; null = cannot be said, so there is no level. */
	percent: number | null
	/** Seconds since 1970. */
	now: number
	/** Whether the reader must not be disturbed now. */
	quiet: boolean
	/** Percentages, rising. */
	levels: readonly number[]
	/** Percent points that use must fall below a level before it is over. */
	hysteresis: number
	/** A notice is given again after so many days while a level lasts. */
	repeatDays: number
}

/** What one run leads to. */
export interface NoticeStep {
	state: NoticeState
	/** Whether the page carries a banner while this lasts. */
	banner: boolean
	/** What is sent now; null = nothing. */
	send: { level: number, notification: boolean, mail: boolean } | null
}

/** The state of who was never told anything. */
export const calm: NoticeState = { level: null, told: null }

/**
 * One run: from what was known to what is known, and what is sent.
 *
 * @param state what the last run left
 * @param input what this run knows
 * @return what this run leaves, and what it sends
 */
export function step(state: NoticeState, input: NoticeInput): NoticeStep {
	const level = levelInForce(state.level, input)
	if (level === null) {
		return { state: calm, banner: false, send: null }
	}
	// Who has fallen to a lower level is told again when the higher one is passed anew.
	const told = state.told !== null && level < state.told.level ? { level, at: state.told.at } : state.told
	const reaches = (from: number | null) => from !== null && level >= from && (input.from === null || level >= input.from)
	const banner = reaches(input.bannerFrom)
	const notification = reaches(input.notificationFrom)
	const mail = input.wantsMail && reaches(input.mailFrom)
	const due = told === null || level > told.level || input.now - told.at >= input.repeatDays * DAY
	if (!due || input.quiet || !(notification || mail)) {
		return { state: { level, told }, banner, send: null }
	}
	return { state: { level, told: { level, at: input.now } }, banner, send: { level, notification, mail } }
}

/** The level in force: up at once, down only when use has fallen clearly below. */
function levelInForce(before: number | null, { percent, levels, hysteresis }: NoticeInput): number | null {
	const reached = levelOf(percent, levels)
	if (percent === null || before === null || (reached !== null && reached >= before)) {
		return reached
	}
	// A level that is reached counts as it is, which only matters where the hysteresis is 0.
	return levels.findLast((level) => level <= before && (percent >= level || percent > level - hysteresis)) ?? null
}
