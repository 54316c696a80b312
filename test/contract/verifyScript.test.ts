// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** docs/verify-charter.mjs, as an outsider runs it: on a real export, and on exports that somebody has tampered with. */

import type { CharterContract } from '@ensemble/charter/contract'
import type { Answer } from '@ensemble/shared/contract/define'

import { contract } from '@ensemble/charter/contract'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repository } from './php/php.ts'
import { give as answer, follow, withoutHost } from './support/host.ts'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

type Export = Answer<CharterContract, 'GET /api/v1/export'>

const SCRIPT = join(repository, 'docs/verify-charter.mjs')
const folder = mkdtempSync(join(tmpdir(), 'ensemble-export-'))
const space = useSpace()
/** As the API gives it. */
let real: Export
/** Places in the list of the last four answers. */
let at: number
beforeAll(async () => {
	const people = [await space.person(), await space.person(), await space.person()]
	// The host's charter and the answers to it stand in the same chain, before the last four answers.
	await answer(space, people[0]!, await follow(space))
	await withoutHost(space)
	const first = await space.publish(charterTexts('un'))
	const give = (n: number, { id, hashes }: typeof first, choice: string) => space.answer(contract, 'POST /api/v1/answers', { as: people[n], body: { version: id, language: 'fr', textHash: hashes.fr, choice, after: 0 } })
	await give(0, first, 'accepted')
	await give(1, first, 'declined')
	const second = await space.publish(charterTexts('deux'))
	await give(0, second, 'accepted')
	await give(2, second, 'declined')
	await space.remove(people[1]!)
	real = await space.answer(contract, 'GET /api/v1/export', { as: space.admin })
	at = real.answers.length - 4
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the script on an export. */
function run(content: unknown, ...args: string[]) {
	const file = join(folder, 'charter.json')
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
	const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, file, ...args], { encoding: 'utf8', cwd: folder, env: {} })
	return { status, stdout, stderr }
}

/** A copy of the export that was changed. */
function tampered(change: (copy: Export) => void): Export {
	const copy = structuredClone(real)
	change(copy)
	return copy
}

describe('a real export', () => {
	it('is found whole, and its head told', () => {
		const { status, stdout } = run(real)
		const texts = real.versions.reduce((sum, version) => sum + Object.keys(version.texts).length, 0)
		expect(stdout).toContain(`Checked: ${real.versions.length} versions, ${texts} texts, ${real.answers.length} answers.`)
		expect(stdout).toContain(`Last hash, to be noted down: ${real.answers.at(-1)!.hash}`)
		expect(status).toBe(0)
	})

	it('may be the answer of the API with its envelope, or laid out by hand', () => {
		expect(run({ ocs: { meta: { status: 'ok' }, data: real } }).status).toBe(0)
		expect(run(`\uFEFF${JSON.stringify(real, null, 4)}`).status).toBe(0)
	})

	it('holds the answer that was its last one before', () => {
		expect(run(real, real.answers[at]!.hash).status).toBe(0)
		expect(run(real, '0'.repeat(64)).status).toBe(0)
	})

	it('of a space where nobody has answered yet is whole too', () => {
		const { status, stdout } = run({ ...real, answers: [] })
		expect([status, stdout]).toEqual([0, expect.stringContaining(`Last hash, to be noted down: ${'0'.repeat(64)}`)])
	})
})

describe('an export that was tampered with', () => {
	it.each<[string, (copy: Export) => void, (place: number) => string]>([
		['a changed choice', ({ answers }) => {
			answers[at]!.choice = 'declined'
		}, (place) => `Answer ${place + 1}: it was changed`],
		['a changed time', ({ answers }) => {
			answers[at + 3]!.at += 1
		}, (place) => `Answer ${place + 4}: it was changed`],
		['another person', ({ answers }) => {
			answers[at]!.person = answers[at + 1]!.person
		}, (place) => `Answer ${place + 1}: it was changed`],
		['a removed link', ({ answers }) => {
			answers.splice(at + 1, 1)
		}, (place) => `Answer ${place + 3}: answer ${place + 2} should be in its place`],
		['a removed link, the others numbered anew', ({ answers }) => {
			answers.splice(at + 1, 1)
			answers.forEach((link, index) => {
				link.number = index + 1
			})
		}, (place) => `Answer ${place + 2}: it does not follow`],
		['swapped links', ({ answers }) => {
			answers.splice(at, 2, answers[at + 1]!, answers[at]!)
		}, (place) => `Answer ${place + 2}: answer ${place + 1} should be in its place`],
		['a link that stands twice', ({ answers }) => {
			answers.splice(at, 0, answers[at]!)
		}, (place) => `Answer ${place + 1}: answer ${place + 2} should be in its place`],
		['a changed body', ({ versions }) => {
			versions.at(-1)!.texts.fr!.body += ' Et tout le reste.'
		}, () => 'this is not the text that was published'],
		['a changed title', ({ versions }) => {
			versions.at(-2)!.texts.fr!.title += '.'
		}, () => 'this is not the text that was published'],
		['a sentence less', ({ versions }) => {
			versions.at(-1)!.texts.en!.summary.pop()
		}, () => 'this is not the text that was published'],
		['a changed text of the host', ({ versions }) => {
			versions.findLast(({ owner }) => owner === 'host')!.texts.en!.body += ' And more.'
		}, () => 'of the host, language en: this is not the text that was published'],
		['a text that is gone', ({ versions }) => {
			delete versions.at(-1)!.texts.fr
		}, () => 'there is no whole text'],
		['an answer to another version', ({ answers }) => {
			answers[at]!.version = real.versions.at(-1)!.id
		}, (place) => `Answer ${place + 1}: it was given to another text`],
		['an answer to a version that is gone', ({ versions }) => {
			versions.pop()
		}, (place) => `Answer ${place + 3}: the text that it was given to is not in this file`],
		['a version that stands twice', ({ versions }) => {
			versions.push(versions.at(-1)!)
		}, () => 'there are several versions with its id'],
	])('%s is noticed', (_, change, sentence) => {
		const { status, stdout } = run(tampered(change))
		expect(stdout).toContain(sentence(at))
		expect(stdout).toContain('THIS EXPORT WAS CHANGED')
		expect(status).toBe(1)
	})

	it('cut short at its end fits in itself; a hash noted earlier shows it', () => {
		const cut = tampered(({ answers }) => {
			answers.pop()
		})
		expect(run(cut).status).toBe(0)
		const { status, stdout } = run(cut, real.answers.at(-1)!.hash)
		expect([status, stdout]).toEqual([1, expect.stringContaining('The hash noted earlier is not in this chain')])
	})

	it('says nothing to the terminal but text', () => {
		const { status, stdout } = run(tampered(({ versions }) => {
			versions[0]!.hashes['\u001B[2J'] = 'x'
		}))
		expect(status).toBe(1)
		expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
	})
})

describe('what cannot be checked', () => {
	it.each([
		['no JSON', '{', 'cannot be read'],
		['something else', { format: 'another 1' }, 'is no export'],
		['an export without answers', { format: 'ensemble-charter-export 1', versions: [] }, 'is no export'],
		['nothing', 'null', 'is no export'],
	])('%s ends with 2 and a sentence', (_, content, sentence) => {
		const { status, stderr } = run(content)
		expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)])
	})

	it('a hash that is none, and no file at all, end with 2 and how to use it', () => {
		expect(run(real, 'abc')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') })
		expect(spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' })).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') })
		expect(spawnSync(process.execPath, [SCRIPT, join(folder, 'none.json')], { encoding: 'utf8' })).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot be read') })
	})
})
