// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Ninety days of growth over fifty members: the notices are those of a written table, and what must hold holds for whatever happens. */

import type { Run, Story } from './simulation.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../cases/ninetyDays.json' with { type: 'json' }
import { contract, NEVER } from '../../contract.ts'
import { ownChannels } from './channels.ts'
import { tell } from './simulation.ts'

const HOUR = 3600
const DAY = 86_400
const DAYS = 90
const START = Date.UTC(2026, 10, 23) / 1000
const hourly = Array.from({ length: DAYS * 24 }, (_, index) => index * HOUR)
const settings = contract.settings.parse({})
const sent = (runs: Run[]) => runs.flatMap(({ now, send }) => send === null ? [] : [{ now, ...send }])

/** A notice as the table writes it. */
function written({ now, level, notification, mail }: ReturnType<typeof sent>[number]): string {
	const hours = (now - START) / HOUR
	const channels = notification && mail ? 'notification and mail' : notification ? 'notification' : 'mail'
	return `day ${Math.floor(hours / 24)}, ${String(hours % 24).padStart(2, '0')}:00: ${level} by ${channels}`
}

describe('ninety days of fifty members', () => {
	it('are fifty', () => {
		expect(table.members).toHaveLength(50)
	})

	it.each(table.members)('$name, $timezone', ({ points, timezone, mail, from, notices }) => {
		const story: Story = { ...settings, ...ownChannels(settings, { mail, from }), points: points.map(([day, percent]) => [day!, percent!] as const), timezone }
		expect(sent(tell(story, START, hourly)).map(written)).toEqual(notices)
	})
})

const level = fc.integer({ min: 1, max: 100 })
const from = fc.oneof({ weight: 4, arbitrary: level }, { weight: 1, arbitrary: fc.constant(NEVER) })
const stories: fc.Arbitrary<Story> = fc.record({
	points: fc.array(fc.tuple(fc.double({ min: 0, max: DAYS, noNaN: true }), fc.oneof(fc.double({ min: 0, max: 130, noNaN: true }), fc.double({ min: 70, max: 101, noNaN: true }))), { minLength: 1, maxLength: 25 })
		.map((points) => points.toSorted(([a], [b]) => a - b)),
	timezone: fc.constantFrom('Europe/Paris', 'America/Toronto', 'Pacific/Noumea', 'Asia/Kolkata', 'UTC'),
	quietHours: fc.option(fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) }), { freq: 4 }),
	levels: fc.uniqueArray(level, { minLength: 1, maxLength: 10 }).map((list) => list.toSorted((a, b) => a - b)),
	hysteresis: fc.integer({ min: 0, max: 20 }),
	repeatDays: fc.integer({ min: 1, max: 30 }),
	bannerFrom: from,
	notificationFrom: from,
	mailFrom: from,
	wantsMail: fc.boolean(),
	from: fc.option(level, { freq: 4 }),
})
/** Hourly, but not every hour has its run: a server may be switched off for hours or days. */
const moments = fc.oneof(
	fc.constant(hourly),
	fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 50, maxLength: 400 }).map((gaps) => {
		let hours = 0
		return gaps.map((gap) => (hours += gap) * HOUR)
	}),
)
const RUNS = { numRuns: 60 }
const reached = ({ notificationFrom, mailFrom, wantsMail, from: own }: Story, one: number) => [notificationFrom, wantsMail ? mailFrom : NEVER].some((start) => one >= start && one >= (own ?? 0))

/**
 * Follows what somebody is told, by nothing but that: takes run after run, and says of each whether the level in force
 * or a higher one had been told within the days before it.
 */
function hearing(repeatDays: number) {
	const told: Array<{ level: number, now: number }> = []
	return (now: number, current: number | null, send: { level: number } | null): boolean => {
		const known = told.some((one) => current !== null && one.level >= current && now - one.now < repeatDays * DAY)
		if (send !== null) {
			told.push({ level: send.level, now })
		}
		return known
	}
}

/** Whatever the story and whenever the runs: none of them may be wrong. */
function never(wrong: (runs: Run[], story: Story) => Run[]) {
	fc.assert(fc.property(stories, moments, (story, when) => {
		expect(wrong(tell(story, START, when), story)).toEqual([])
	}), RUNS)
}

describe('whatever happens', { timeout: 120_000 }, () => {
	it('nothing is sent in quiet hours', () => {
		never((runs) => runs.filter(({ quiet, send }) => quiet && send !== null))
	})

	it('no level is missed, and repeats are on time: at a run that is not quiet, who is concerned is told, or was not too long ago', () => {
		never((runs, story) => {
			const heard = hearing(story.repeatDays)
			return runs.filter(({ now, quiet, send, state: { level: current } }) => {
				const known = heard(now, current, send)
				return !quiet && current !== null && reached(story, current) && send === null && !known
			})
		})
	})

	it('none comes twice: within the days only a level above all that was told, whatever has become of it in between', () => {
		never((runs, story) => {
			const heard = hearing(story.repeatDays)
			return runs.filter(({ now, send, state: { level: current } }) => heard(now, current, send) && send !== null)
		})
	})

	it('each mail of a level comes at least the days after the one before', () => {
		never((runs, { repeatDays }) => {
			const last = new Map<number, number>()
			return runs.filter(({ now, send }) => {
				if (!send?.mail) {
					return false
				}
				const before = last.get(send.level) ?? -Infinity
				last.set(send.level, now)
				return now - before < repeatDays * DAY
			})
		})
	})

	it('to and fro within the hysteresis is one level: its notices come at their interval, no more', () => {
		const swing = fc.record({ level: fc.integer({ min: 30, max: 95 }), hysteresis: fc.integer({ min: 1, max: 20 }), repeatDays: fc.integer({ min: 1, max: 30 }), heights: fc.array(fc.double({ min: 0.001, max: 1.999, noNaN: true }), { minLength: DAYS * 2, maxLength: DAYS * 2 }) })
		fc.assert(fc.property(stories, swing, (story, { level: only, hysteresis, repeatDays, heights }) => {
			// Up to the level first, then anywhere above where it ends.
			const points = [[0, only] as const, ...heights.map((height, index) => [(index + 1) / 2, only - hysteresis + hysteresis * height] as const)]
			const runs = tell({ ...story, points, hysteresis, repeatDays, levels: [only], notificationFrom: 1, from: null, quietHours: null }, START, hourly)
			expect(sent(runs).map(({ now }) => (now - START) / DAY)).toEqual(Array.from({ length: Math.ceil(DAYS / repeatDays) }, (_, index) => index * repeatDays))
		}), RUNS)
	})

	it('the level in force is one that is reached, or was and is not clearly over', () => {
		never((runs, { levels, hysteresis }) => runs.filter(({ percent, before, state: { level: current } }) => {
			const highest = levels.findLast((one) => percent! >= one) ?? 0
			const holds = current === null || percent! >= current || (current <= (before.level ?? 0) && percent! > current - hysteresis)
			return !holds || (current ?? 0) < highest || (current !== null && !levels.includes(current))
		}))
	})

	it('without a level nothing is shown or sent, and what was told is forgotten after the days; a banner is shown from its level on', () => {
		never((runs, { bannerFrom, from: own, repeatDays }) => runs.filter(({ now, state: { level: current, told }, banner, send }) => current === null
			? banner || send !== null || (told !== null && now - told.at >= repeatDays * DAY)
			: banner !== (current >= bannerFrom && current >= (own ?? 0))))
	})
})
