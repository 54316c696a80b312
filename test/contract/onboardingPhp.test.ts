// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What PHP repeats of the TypeScript in apps/onboarding/src/logic gives the same results on the same case tables. */

import { describe, expect, it } from 'vitest'
import figures from '../../apps/onboarding/cases/figures.json' with { type: 'json' }
import hints from '../../apps/onboarding/cases/hints.json' with { type: 'json' }
import news from '../../apps/onboarding/cases/news.json' with { type: 'json' }
import steps from '../../apps/onboarding/cases/steps.json' with { type: 'json' }
import tasks from '../../apps/onboarding/cases/tasks.json' with { type: 'json' }
import catalog from '../../apps/onboarding/catalog/hints.json' with { type: 'json' }
import { callPhp, hasPhp } from './php/php.ts'

const names = ['Audience', 'Figures', 'Hints', 'News', 'Plan', 'Steps', 'Tasks', 'Words'] as const
const named = (name: string) => `OCA\\EnsembleOnboarding\\${name}`
const classes = Object.fromEntries(names.map((name) => [named(name), `apps/onboarding/lib/${name}.php`]))

/** What a function must give for these arguments. */
interface Case { name: string, args: readonly unknown[], expected: unknown }

const apps = catalog.apps
const groups: Record<`${typeof names[number]}::${string}`, Case[]> = {
	'Audience::holds': steps.audience.map(({ name, audience, person, belongs }) => ({ name, args: [audience, person], expected: belongs })),
	'Words::best': steps.words.map(({ name, words, language, best }) => ({ name, args: [words, language], expected: best })),
	'Words::any': steps.words.map(({ name, words, language, any }) => ({ name, args: [words, language], expected: any })),
	'Steps::resolve': steps.steps.map(({ name, plan, person, language, found, before, ...expected }) => ({
		name,
		args: [plan, person, language, found, before],
		expected: { steps: expected.steps, done: expected.done },
	})),
	'Steps::changed': steps.changes.map(({ name, id, state, before, after }) => ({ name, args: [id, state, before], expected: after })),
	'Hints::due': hints.hints.map(({ name, path, value, day, language, wanted, texts, waits, guest, hint }) => ({
		name,
		args: [path, value, day, language, wanted, texts, waits, guest, apps],
		expected: hint,
	})),
	'Hints::seen': hints.seen.map(({ name, value, app, texts, day, next }) => ({ name, args: [value, app, texts, day, apps], expected: next })),
	'Hints::choice': hints.choice.map(({ name, value, wanted, next }) => ({ name, args: [value, wanted], expected: next })),
	'Hints::day': hints.days.map(({ name, now, timezone, day }) => ({ name, args: [now, timezone], expected: day })),
	'News::due': news.news.map(({ name, news: told, read, language, guest, expected }) => ({ name, args: [told, read, language, guest], expected })),
	'News::read': news.reads.map(({ name, read, version, now, next }) => ({ name, args: [read, version, now], expected: next })),
	'Tasks::resolve': tasks.tasks.map(({ name, facts, marks, tasks: expected }) => ({ name, args: [facts, marks], expected })),
	// PHP knows no empty object, only an empty list.
	'Tasks::changed': tasks.changes.map(({ name, id, state, before, after }) => ({ name, args: [id, state, before], expected: after !== null && Object.keys(after).length === 0 ? [] : after })),
	'Figures::of': figures.cases.map(({ name, plan, offered, people, expected }) => ({
		name,
		args: [plan, offered, people.flatMap(({ times, ...walker }) => Array.from({ length: times }, () => walker))],
		expected,
	})),
	'Figures::forGuests': ['picture', 'mail', 'upload', 'share', 'device', 'charter', 'storage', 'calendar'].map((id) => ({ name: id, args: [id], expected: !['charter', 'storage', 'calendar'].includes(id) })),
}

describe.skipIf(!hasPhp).each(Object.entries(groups))('%s in PHP', (called, cases) => {
	const [name = '', method = ''] = called.split('::')
	const results = hasPhp ? callPhp(classes, cases.map(({ args }) => [named(name), method, args] as const)) : []
	it.each(cases.map(({ name: of, expected }, index) => ({ of, expected, index })))('$of', ({ expected, index }) => {
		expect(results[index]).toEqual(expected)
	})
})
