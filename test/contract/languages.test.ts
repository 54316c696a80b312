// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every refusal is a sentence in the reader's own language. */

import type { EndpointKey } from '@ensemble/shared/contract/define'
import type { CallOptions, Refusal } from './support/ocs.ts'
import type { Person } from './support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { messages } from '@ensemble/shared/contract/messages'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { repository } from './php/php.ts'
import { follow, withoutHost } from './support/host.ts'
import { contracts } from './support/space.ts'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const { translations: french } = JSON.parse(readFileSync(`${repository}apps/charter/l10n/fr.json`, 'utf8')) as { translations: Record<string, string> }

const space = useSpace()
const readers: Record<string, Person> = {}
beforeAll(async () => {
	readers.en = await space.person({ admin: true, language: 'en' })
	readers.fr = await space.person({ admin: true, language: 'fr' })
}, 60_000)

/** Makes the same mistake as each reader. */
async function mistake(app: string, key: EndpointKey, options: (as: Person) => Promise<CallOptions> | CallOptions): Promise<Record<'en' | 'fr', Refusal>> {
	const contract = contracts.find((one) => one.app === app)!
	const by = async (as: Person) => space.refusal(contract, key, { as, ...await options(as) })
	return { en: await by(readers.en!), fr: await by(readers.fr!) }
}

/** English is the contract's sentence; French is another one, with the same number in it. */
function expectBoth({ en, fr }: Record<'en' | 'fr', Refusal>, error: string, sentence: string) {
	const [before = '', after = ''] = sentence.split('{limit}')
	expect([en.error, fr.error]).toEqual([error, error])
	expect(en.message.startsWith(before) && en.message.endsWith(after)).toBe(true)
	expect(fr.message).not.toBe(en.message)
	expect(fr.message.match(/\d+/g)).toEqual(en.message.match(/\d+/g))
}

describe('what is wrong with a field', () => {
	const texts = (change: object) => ({ body: { defaultLanguage: 'fr', texts: { fr: { ...charterTexts().fr!, ...change } }, after: 0 } })
	it.each([
		['additionalProperties', charter.app, 'POST /api/v1/later', { body: { version: 1, unknown: 1 } }],
		['enum', onboarding.app, 'POST /api/v1/welcome', { body: { seen: false } }],
		['maximum', quota.app, 'POST /api/v1/dismissals', { body: { level: 101 } }],
		['maxItems', charter.app, 'POST /api/v1/versions', texts({ summary: Array.from({ length: 21 }, () => 'a') })],
		['maxLength', charter.app, 'POST /api/v1/versions', texts({ title: 'x'.repeat(201) })],
		['minimum', quota.app, 'POST /api/v1/dismissals', { body: { level: 0 } }],
		['minItems', charter.app, 'POST /api/v1/versions', texts({ summary: [] })],
		['minLength', charter.app, 'POST /api/v1/versions', texts({ title: '' })],
		['pattern', charter.app, 'POST /api/v1/versions', texts({ title: 'a\u0000' })],
		['required', charter.app, 'POST /api/v1/later', { body: {} }],
		['type', charter.app, 'POST /api/v1/later', { body: { version: 'x' } }],
		['x-ascending', quota.app, 'PUT /api/v1/settings', { body: { levels: [90, 80] } }],
	] as const)('%s', async (keyword, app, key, options) => {
		expectBoth(await mistake(app, key, () => options), 'invalid_request', messages[keyword])
	})
})

describe('what cannot be done now', () => {
	const versions = charter.endpoints['POST /api/v1/versions'].errors
	const answers = charter.endpoints['POST /api/v1/answers'].errors

	it('no_default_text', async () => {
		expectBoth(await mistake(charter.app, 'POST /api/v1/versions', () => ({ body: { defaultLanguage: 'fr', texts: {}, after: 0 } })), 'no_default_text', versions.no_default_text.message)
	})

	it('published_meanwhile', async () => {
		await space.publish()
		expectBoth(await mistake(charter.app, 'POST /api/v1/versions', () => ({ body: { defaultLanguage: 'fr', texts: charterTexts(), after: 0 } })), 'published_meanwhile', versions.published_meanwhile.message)
	})

	it('unknown_version, replaced, other_text and answered_meanwhile', async () => {
		const old = await space.publish()
		const { id, hashes } = await space.publish()
		const answer = { version: id, language: 'fr', textHash: hashes.fr, choice: 'accepted', after: 0 }
		const wrong = (change: object) => mistake(charter.app, 'POST /api/v1/answers', () => ({ body: { ...answer, ...change } }))
		expectBoth(await wrong({ version: id + 1000 }), 'unknown_version', answers.unknown_version.message)
		expectBoth(await wrong({ version: old.id }), 'replaced', answers.replaced.message)
		expectBoth(await wrong({ textHash: hashes.en }), 'other_text', answers.other_text.message)
		expectBoth(await wrong({ after: 1_000_000 }), 'answered_meanwhile', answers.answered_meanwhile.message)
	})

	it('withdrawn', async () => {
		const theirs = await follow(space)
		await withoutHost(space)
		expectBoth(await mistake(charter.app, 'POST /api/v1/later', () => ({ body: { version: theirs.id } })), 'withdrawn', answers.withdrawn.message)
	})

	it('no_groups, unknown_group', async () => {
		const audience = (groups: string[]) => mistake(charter.app, 'POST /api/v1/versions', async () => ({ body: { defaultLanguage: 'fr', texts: charterTexts(), after: await space.newest(), audience: { who: 'only', groups } } }))
		expectBoth(await audience([]), 'no_groups', versions.no_groups.message)
		expectBoth(await audience(['no such group']), 'unknown_group', versions.unknown_group.message)
	})

	it('draft_changed', async () => {
		const { revision } = await space.answer(charter, 'GET /api/v1/draft', { as: space.admin })
		expectBoth(await mistake(charter.app, 'PUT /api/v1/draft', () => ({ body: { revision: revision + 1, draft: null } })), 'draft_changed', charter.endpoints['PUT /api/v1/draft'].errors.draft_changed.message)
	})

	// These two need a space that never had a charter, and a deadline that is over: neither can be made by HTTP, but the sentences can be looked up.
	it.each([['nothing_to_mend', versions.nothing_to_mend], ['deadline_passed', charter.endpoints['POST /api/v1/later'].errors.deadline_passed]])('%s has a French sentence', (_, { message }) => {
		expect(french[message]).toMatch(/^\p{Lu}.+\.$/u)
	})

	it('not_warned', async () => {
		expectBoth(await mistake(quota.app, 'POST /api/v1/dismissals', () => ({ body: { level: 80 } })), 'not_warned', quota.endpoints['POST /api/v1/dismissals'].errors.not_warned.message)
	})

	it.each([[charter.app, 'laterDays', 1], [onboarding.app, 'contact', 'a'], [quota.app, 'repeatDays', 1]] as const)('locked: %s', async (app, field, value) => {
		await space.configure(app, 'fleet_policy', { locked: { [field]: value } })
		const both = await mistake(app, 'PUT /api/v1/settings', () => ({ body: { [field]: value } }))
		await space.configure(app, 'fleet_policy', null)
		expectBoth(both, 'locked', charter.endpoints['PUT /api/v1/settings'].errors.locked.message)
	})
})
