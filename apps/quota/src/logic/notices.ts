// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** When somebody is told that storage fills up, and by which channels: pure, so that a clock can be driven through it. PHP: Notices\Engine. */

import { levelOf } from './levels.ts'

const DAY = 86_400

/** What is known about one reader and one thing that fills up, between two runs. */
export interface NoticeState {
	/** The level in force, percent; null = none. */
	level: number | null
	/** What was told last; kept while a level is in force, and until the days after which it is told again are over. */
	told: { level: number, at: number } | null
}

/** From which level on which channel is used. */
export interface Channels {
	bannerFrom: number
	notificationFrom: number
	mailFrom: number
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
	// Making room and filling it again changes nothing about what was told: nobody is told the same twice within the days.
	const recent = state.told !== null && input.now - state.told.at < input.repeatDays * DAY ? state.told : null
	if (level === null) {
		return { state: { level, told: recent }, banner: false, send: null }
	}
	const reaches = (from: number) => level >= from && (input.from === null || level >= input.from)
	const banner = reaches(input.bannerFrom)
	const notification = reaches(input.notificationFrom)
	const mail = input.wantsMail && reaches(input.mailFrom)
	const due = recent === null || level > recent.level
	if (!due || input.quiet || !(notification || mail)) {
		return { state: { level, told: state.told }, banner, send: null }
	}
	return { state: { level, told: { level, at: input.now } }, banner, send: { level, notification, mail } }
}

/**
 * Whether a notification has nothing to say any more: use has just fallen below the level that it told.
 *
 * @param before what was known
 * @param after what is known now
 */
export function isOver({ level, told }: NoticeState, after: NoticeState): boolean {
	return told !== null && (level ?? 0) >= told.level && (after.level ?? 0) < told.level
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
