// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What PHP repeats of the TypeScript in apps/<name>/src/logic gives the same results on the same case tables. The first steps: onboardingPhp.test.ts. */

import { describe, expect, it } from 'vitest'
import audience from '../../apps/charter/cases/audience.json' with { type: 'json' }
import canonical from '../../apps/charter/cases/canonical.json' with { type: 'json' }
import hostPublication from '../../apps/charter/cases/hostPublication.json' with { type: 'json' }
import languages from '../../apps/charter/cases/languages.json' with { type: 'json' }
import later from '../../apps/charter/cases/later.json' with { type: 'json' }
import publicPage from '../../apps/charter/cases/publicPage.json' with { type: 'json' }
import standing from '../../apps/charter/cases/standing.json' with { type: 'json' }
import digest from '../../apps/quota/cases/digest.json' with { type: 'json' }
import growth from '../../apps/quota/cases/growth.json' with { type: 'json' }
import levels from '../../apps/quota/cases/levels.json' with { type: 'json' }
import notices from '../../apps/quota/cases/notices.json' with { type: 'json' }
import quiet from '../../apps/quota/cases/quiet.json' with { type: 'json' }
import thinning from '../../apps/quota/cases/thinning.json' with { type: 'json' }
import { callPhp, hasPhp } from './php/php.ts'

const AUDIENCE = 'OCA\\EnsembleCharter\\Service\\Audience'
const CANONICAL = 'OCA\\EnsembleCharter\\Service\\Canonical'
const CHAIN = 'OCA\\EnsembleCharter\\Service\\Chain'
const HOST_PUBLICATION = 'OCA\\EnsembleCharter\\Service\\HostPublication'
const LANGUAGE = 'OCA\\EnsembleCharter\\Service\\Language'
const LATER = 'OCA\\EnsembleCharter\\Service\\Later'
const FILL = 'OCA\\EnsembleCharter\\Public\\Fill'
const READER_LANGUAGE = 'OCA\\EnsembleCharter\\Public\\ReaderLanguage'
const STANDING = 'OCA\\EnsembleCharter\\Service\\Standing'
const LEVELS = 'OCA\\EnsembleQuota\\Levels'
const CHANNELS = 'OCA\\EnsembleQuota\\Notices\\Channels'
const DIGEST = 'OCA\\EnsembleQuota\\Notices\\Digest'
const ENGINE = 'OCA\\EnsembleQuota\\Notices\\Engine'
const QUIET = 'OCA\\EnsembleQuota\\Notices\\QuietHours'
const GROWTH = 'OCA\\EnsembleQuota\\Growth'
const THINNING = 'OCA\\EnsembleQuota\\Thinning'

const classes = {
	[AUDIENCE]: 'apps/charter/lib/Service/Audience.php',
	[CANONICAL]: 'apps/charter/lib/Service/Canonical.php',
	[CHAIN]: 'apps/charter/lib/Service/Chain.php',
	[HOST_PUBLICATION]: 'apps/charter/lib/Service/HostPublication.php',
	[LANGUAGE]: 'apps/charter/lib/Service/Language.php',
	[LATER]: 'apps/charter/lib/Service/Later.php',
	[FILL]: 'apps/charter/lib/Public/Fill.php',
	[READER_LANGUAGE]: 'apps/charter/lib/Public/ReaderLanguage.php',
	[STANDING]: 'apps/charter/lib/Service/Standing.php',
	[LEVELS]: 'apps/quota/lib/Levels.php',
	[CHANNELS]: 'apps/quota/lib/Notices/Channels.php',
	[DIGEST]: 'apps/quota/lib/Notices/Digest.php',
	[ENGINE]: 'apps/quota/lib/Notices/Engine.php',
	[QUIET]: 'apps/quota/lib/Notices/QuietHours.php',
	[GROWTH]: 'apps/quota/lib/Growth.php',
	[THINNING]: 'apps/quota/lib/Thinning.php',
}

/** A group of cases: the call that each makes and what it must give. */
interface Case {
	name: string
	call: readonly [string, string, readonly unknown[]]
	expected: unknown
}

const NO_PREVIOUS = '0'.repeat(64)

const groups: Record<string, Case[]> = {
	'Audience::includes': audience.cases.map(({ name, audience: whom, groups, guest, asked }) => ({ name, call: [AUDIENCE, 'includes', [whom, groups, guest]], expected: asked })),
	'Canonical::hash': canonical.texts.map(({ name, text: { language, ...text }, sha256 }) => ({ name, call: [CANONICAL, 'hash', [language, text]], expected: sha256 })),
	'Canonical::form': canonical.texts.flatMap(({ name, text: { language, ...text }, canonical: form }) => form === undefined ? [] : [{ name, call: [CANONICAL, 'form', [language, text]], expected: form }]),
	'Chain::hash': canonical.answers.map(({ answer: { number, previous, version, language, textHash, choice, at, person }, sha256 }) => ({ name: `answer ${number}`, call: [CHAIN, 'hash', [number, previous ?? NO_PREVIOUS, version, language, textHash, choice, at, person]], expected: sha256 })),
	'HostPublication::decide': hostPublication.decisions.map(({ name, on, charter, newest, publish, inForce }) => ({
		name,
		call: [HOST_PUBLICATION, 'decide', [charter && { ...hostPublication.charter, ...charter }, on, newest && { ...hostPublication.newest, ...newest }]],
		expected: { publish, inForce },
	})),
	'HostPublication::mainLanguage': hostPublication.languages.map(({ name, defaultLanguage, languages: given, main }) => ({
		name,
		call: [HOST_PUBLICATION, 'mainLanguage', [{ ...hostPublication.charter, defaultLanguage, texts: Object.fromEntries(given.map((language) => [language, hostPublication.charter.texts.fr])) }]],
		expected: main,
	})),
	'Language::best': languages.cases.map(({ name, wanted, available, main, best }) => ({ name, call: [LANGUAGE, 'best', [wanted, available, main]], expected: best })),
	'Later::until': later.cases.map(({ name, now, timezone, days, until }) => ({ name, call: [LATER, 'until', [now, timezone, days]], expected: until })),
	'Fill::in': publicPage.fill.map(({ name, template, values, html }) => ({ name, call: [FILL, 'in', [template, values]], expected: html })),
	'ReaderLanguage::accepted': publicPage.accepted.map(({ name, accept, accepted }) => ({ name, call: [READER_LANGUAGE, 'accepted', [accept]], expected: accepted })),
	'ReaderLanguage::best': publicPage.best.map(({ name, asked, accept, languages, main, best }) => ({ name, call: [READER_LANGUAGE, 'best', [asked, accept, languages, main]], expected: best })),
	'ReaderLanguage::direction': publicPage.direction.map(({ name, language, direction }) => ({ name, call: [READER_LANGUAGE, 'direction', [language]], expected: direction })),
	'Standing::of': standing.standing.map(({ name, choice, asked, deadline, now, standing: expected }) => ({ name, call: [STANDING, 'of', [choice, asked, deadline, now]], expected })),
	'Standing::canWait': standing.waiting.map(({ name, mode, deadline, now, canWait }) => ({ name, call: [STANDING, 'canWait', [mode, deadline, now]], expected: canWait })),
	'Levels::percent': levels.levels.map(({ name, files, quota, percent }) => ({ name, call: [LEVELS, 'percent', [files, quota]], expected: percent })),
	'Levels::passed': levels.levels.map(({ name, percent, levels: list, level }) => ({ name, call: [LEVELS, 'passed', [percent, list]], expected: level })),
	'Levels::pending': levels.pending.map(({ name, level, dismissed, now, pending }) => ({ name, call: [LEVELS, 'pending', [level === null ? null : { level }, dismissed, now]], expected: pending })),
	'Levels::promised': levels.promised.map(({ name, accounts, promised }) => ({ name, call: [LEVELS, 'promised', [accounts]], expected: promised })),
	'Levels::noticed': notices.worth.map(({ name, files, quota, percent }) => ({ name, call: [LEVELS, 'noticed', [files, quota]], expected: percent })),
	'Engine::step': notices.steps.map(({ name, state, input, expected }) => ({ name, call: [ENGINE, 'step', [state, { ...notices.usual, ...input }]], expected })),
	'Channels::own': notices.own.map(({ name, settings, choices, expected }) => ({ name, call: [CHANNELS, 'own', [settings, choices]], expected })),
	'Channels::space': notices.space.map(({ name, settings, admin, expected }) => ({ name, call: [CHANNELS, 'space', [settings, admin]], expected })),
	'QuietHours::covers': quiet.cases.map(({ name, now, timezone, hours, quiet: expected }) => ({ name, call: [QUIET, 'covers', [now, timezone, hours]], expected })),
	'Digest::week': digest.cases.map(({ name, now, timezone, day, week }) => ({ name, call: [DIGEST, 'week', [now, timezone, day]], expected: week })),
	'Growth::perDay': growth.cases.map(({ name, points, perDay }) => ({ name, call: [GROWTH, 'perDay', [points, growth.today]], expected: perDay })),
	'Thinning::staying': thinning.cases.map(({ name, days, stay }) => ({ name, call: [THINNING, 'staying', [days, thinning.today]], expected: stay })),
}

describe.skipIf(!hasPhp).each(Object.entries(groups))('%s in PHP', (_, cases) => {
	const results = hasPhp ? callPhp(classes, cases.map(({ call }) => call)) : []
	it.each(cases.map(({ name, expected }, index) => ({ name, expected, index })))('$name', ({ expected, index }) => {
		expect(results[index]).toEqual(expected)
	})
})
