// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Somebody moves to another space, and their answers to charters come along (Nextcloud's user_migration). */

import type { BroughtAnswer, OwnAnswer } from '../../apps/charter/contract.ts'

import { existsSync } from 'node:fs'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, migratedAnswers } from '../../apps/charter/contract.ts'
import { answer, charter, publish } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, ocs, PASSWORD } from './people.ts'
import { must } from './process.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const FILE = 'ensemble_charter/answers.json'

interface Archive { files: Record<string, string>, versions: Record<string, number> }

const script = (...args: string[]) => must('php', ['-d', 'memory_limit=512M', fileURLToPath(new URL('./migration.php', import.meta.url)), server().root, ...args])

async function exportOf(id: string) {
	const archive = JSON.parse(await script(id)) as Archive & { size: number, name: string, about: string }
	return { ...archive, content: migratedAnswers.parse(JSON.parse(archive.files[FILE] ?? 'null')) }
}

async function importTo(id: string, { files, versions }: Archive): Promise<{ can: boolean, error: string | null }> {
	const file = join(server().data, '..', `${newName('archive')}.json`)
	await writeFile(file, JSON.stringify({ files, versions }))
	return JSON.parse(await script(id, file)) as { can: boolean, error: string | null }
}

/** An archive with a file of ours that says something. */
const saying = (text: string): Archive => ({ files: { [FILE]: text }, versions: { ensemble_charter: 1 } })

const answersOf = (id: string) => charter(server(), 'GET /api/v1/answers', undefined, `${id}:${PASSWORD}`)

/** What an answer of this space is once it has moved. */
async function moved({ owner, ownerName, number, title, language, textHash, choice, reason, at, hash }: OwnAnswer): Promise<BroughtAnswer> {
	const { data } = await ocs(server(), server().admin, 'GET', 'cloud/capabilities')
	const { name } = (data as { capabilities: { theming: { name: string } } }).capabilities.theming
	return { space: server().baseUrl, association: name, owner, ownerName, number, title, language, textHash, choice, reason, at, hash }
}

/** An answer from somewhere else. */
const foreign: BroughtAnswer = {
	space: 'https://elsewhere.example',
	association: 'Les Tilleuls 🌳',
	owner: 'association',
	ownerName: '',
	number: 4,
	title: 'Notre charte <b>',
	language: 'fr_CA',
	textHash: 'a'.repeat(64),
	choice: 'accepted',
	reason: '',
	at: 1_700_000_000,
	hash: 'b'.repeat(64),
}
const file = (...answers: object[]) => JSON.stringify({ format: 'ensemble-charter-answers 1', answers })

async function account(): Promise<string> {
	const id = newName('mover')
	await createAccount(server(), id)
	return id
}

/** An account that has answered twice. */
async function answered(): Promise<string> {
	const id = await account()
	const first = await publish(server())
	expect((await answer(server(), id, first, 'declined')).status).toBe(200)
	const second = await publish(server())
	const body = { version: second.id, language: 'en', textHash: second.hashes.en, choice: 'accepted', after: 0 }
	expect((await ocs(server(), `${id}:${PASSWORD}`, 'POST', `apps/${contract.app}/api/v1/answers`, body)).status).toBe(200)
	return id
}

describe('a member\'s answers', () => {
	let id = ''
	let archive: Awaited<ReturnType<typeof exportOf>>
	beforeAll(async () => {
		id = await answered()
		archive = await exportOf(id)
	})

	it('go into the export, each with where and to what it was given', async () => {
		const { answers, brought } = await answersOf(id)
		expect([answers.length, brought]).toEqual([2, []])
		expect(archive.content.answers).toEqual(await Promise.all(answers.map(moved)))
		expect(archive.versions).toEqual({ ensemble_charter: 1 })
		expect(archive.size).toBe(Math.ceil(archive.files[FILE]!.length / 1024))
		expect(archive.name).not.toBe('')
		expect(archive.about).not.toBe('')
	})

	it('arrive in another account, count for nothing there, and go along on the next move', async () => {
		const next = await account()
		expect(await importTo(next, archive)).toEqual({ can: true, error: null })
		const arrived = await answersOf(next)
		expect(arrived).toEqual({ answers: [], brought: archive.content.answers })
		const { association } = await charter(server(), 'GET /api/v1/charter', undefined, `${next}:${PASSWORD}`)
		expect(association?.answer).toBeNull()

		const version = await publish(server())
		expect((await answer(server(), next, version, 'accepted')).status).toBe(200)
		const [own] = (await answersOf(next)).answers
		expect((await exportOf(next)).content.answers).toEqual([await moved(own!), ...archive.content.answers])
	})

	it('are the same however often they are imported, and are added to what came before', async () => {
		const next = await account()
		expect(await importTo(next, saying(file(foreign)))).toEqual({ can: true, error: null })
		await importTo(next, archive)
		const once = (await answersOf(next)).brought
		expect(once).toEqual([...archive.content.answers, foreign])
		await importTo(next, archive)
		await importTo(next, saying(file(foreign)))
		expect((await answersOf(next)).brought).toEqual(once)
	})

	it('are not brought to where they were given', async () => {
		const before = await answersOf(id)
		expect(await importTo(id, archive)).toEqual({ can: true, error: null })
		expect(await answersOf(id)).toEqual(before)
	})

	it('of somebody without any are none', async () => {
		const nobody = await account()
		const empty = await exportOf(nobody)
		expect(empty.content.answers).toEqual([])
		expect(await importTo(nobody, empty)).toEqual({ can: true, error: null })
		expect(await answersOf(nobody)).toEqual({ answers: [], brought: [] })
	})

	it('go with the account', async () => {
		const gone = await account()
		await importTo(gone, saying(file(foreign)))
		const rows = async () => (JSON.parse(await must('sh', ['-c', `${server().rowsCommand} ens_charter_brought`])) as { account: string }[]).filter((row) => row.account === gone)
		expect(await rows()).toHaveLength(1)
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${gone}`)
		expect(await rows()).toEqual([])
		await createAccount(server(), gone)
		expect(await answersOf(gone)).toEqual({ answers: [], brought: [] })
	})
})

describe('a file that is not ours', () => {
	let id = ''
	beforeAll(async () => {
		id = await account()
		await importTo(id, saying(file(foreign)))
	})

	it.each([
		['no JSON', 'Hello', ''],
		['nothing', '', ''],
		['a list', '[]', ', format'],
		['a number', '1', ''],
		['no format', JSON.stringify({ answers: [] }), ', format'],
		['a later format', JSON.stringify({ format: 'ensemble-charter-answers 2', answers: [] }), ', format'],
		['something more', JSON.stringify({ format: 'ensemble-charter-answers 1', answers: [], more: 1 }), ', more'],
		['another choice', file(foreign, { ...foreign, choice: 'maybe' }), ', answers.1.choice'],
		['a moment before time', file({ ...foreign, at: -1 }), ', answers.0.at'],
		['a hash that is none', file({ ...foreign, hash: 'B'.repeat(64) }), ', answers.0.hash'],
		['a NUL', file({ ...foreign, title: 'a\u0000b' }), ', answers.0.title'],
		['a field that is missing', file({ ...foreign, reason: undefined }), ', answers.0.reason'],
		['a thousand and one answers', file(...Array.from({ length: 1001 }, (_, n) => ({ ...foreign, at: n }))), ', answers'],
		['half a pair', file(foreign).replace('🌳', String.raw`\ud83c`), ''],
	])('%s: is refused with a sentence, and nothing changes', async (_, text, place) => {
		const { can, error } = await importTo(id, saying(text))
		expect(can).toBe(true)
		expect(error).toBe(`The answers to charters in this export cannot be read, so none of them was taken over. What is wrong: ${FILE}${place}`)
		expect((await answersOf(id)).brought).toEqual([foreign])
	})

	it('that is not there at all changes nothing', async () => {
		expect(await importTo(id, { files: {}, versions: {} })).toEqual({ can: true, error: null })
		expect((await answersOf(id)).brought).toEqual([foreign])
	})

	it('of a later version of the app is not even begun', async () => {
		expect((await importTo(id, { files: {}, versions: { ensemble_charter: 2 } })).can).toBe(false)
	})
})

/** A checkout of Nextcloud's app, where the machine has one. */
const app = join(process.env.PEERS_DIR ?? '', 'user_migration')

describe.runIf(existsSync(join(app, 'appinfo/info.xml')))('with the app user_migration itself', () => {
	const place = () => join(server().root, 'apps-ensemble', 'user_migration')
	const occ = async (...args: string[]) => {
		const { stdout, stderr, code } = await server().occ(args)
		expect(code, stdout + stderr).toBe(0)
		return stdout
	}

	beforeAll(async () => {
		await must('cp', ['-a', '--', app, place()])
		await occ('app:enable', 'user_migration')
	})

	afterAll(async () => {
		await occ('app:disable', 'user_migration')
		await must('rm', ['-r', place()])
	})

	it('is one of the kinds of data that can be chosen', async () => {
		expect(JSON.parse(await occ('user:export', '--list=full', '--output=json', 'admin'))).toMatchObject({ ensemble_charter: { name: expect.any(String), description: expect.any(String) } })
	})

	it('goes out and comes in again after the account was deleted', async () => {
		const id = await answered()
		const { answers } = await answersOf(id)
		const folder = await mkdtemp(join(server().data, '..', 'export-'))
		await occ('user:export', '--types=ensemble_charter', id, folder)
		const [name = ''] = await readdir(folder)
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${id}`)
		expect(await occ('user:import', join(folder, name))).toContain('Importing answers to charters')
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'password', value: PASSWORD })
		expect(await answersOf(id)).toEqual({ answers: [], brought: await Promise.all(answers.map(async (one) => ({ ...await moved(one) }))) })
	})
})
