// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Accounts are deleted, disabled and renamed, groups go, the app is switched off: of the charters and their answers nothing is lost. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { CharterContract, Version } from '../../apps/charter/contract.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/charter/contract.ts'
import { answer, charter, publish, status } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, ocs, PASSWORD } from './people.ts'
import { HOST_CHARTER, setHostCharter, setPolicy } from './policy.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
type Export = Answer<CharterContract, 'GET /api/v1/export'>

/** Asks Nextcloud as its administrator; it must agree. */
async function admin(method: string, path: string, body?: object): Promise<void> {
	const { status: code, message } = await ocs(server(), server().admin, method, `cloud/${path}`, body)
	expect(code, message).toBe(200)
}

async function member(word: string): Promise<string> {
	const id = newName(word)
	await createAccount(server(), id)
	return id
}

/** An answer for each owner, with a reason where it is no. */
async function answerBoth(id: string, versions: Version[]): Promise<void> {
	for (const version of versions) {
		const body = { version: version.id, language: 'fr', textHash: version.hashes.fr, choice: 'declined', after: 0, reason: `Because, says ${id}.` }
		expect((await ocs(server(), `${id}:${PASSWORD}`, 'POST', `apps/${contract.app}/api/v1/answers`, body)).status).toBe(200)
	}
}

const exported = () => charter(server(), 'GET /api/v1/export')
const linksOf = ({ answers }: Export, id: string) => answers.filter(({ account }) => account === id)
const standing = async (id: string) => Promise.all((['host', 'association'] as const).map(async (owner) => (await status(server(), owner)).members.find(({ account }) => account === id)))

describe('the answers', () => {
	let versions: Version[] = []
	let before: Export

	beforeAll(async () => {
		await setHostCharter(server(), { texts: { fr: { ...HOST_CHARTER.texts.fr, title: newName('Promesses') } } })
		const { host } = await charter(server(), 'GET /api/v1/charter')
		versions = [host!.version, await publish(server())]
	})
	afterAll(async () => {
		await setPolicy(server(), null)
		await charter(server(), 'GET /api/v1/charter')
	})

	/** Everything is there as before, but what changed() changes. */
	async function expectUnchanged(changed: (link: Export['answers'][number]) => Export['answers'][number] = (link) => link): Promise<void> {
		const after = await exported()
		expect(after.versions).toEqual(before.versions)
		expect(after.answers).toEqual(before.answers.map(changed))
		expect(await charter(server(), 'GET /api/v1/verification')).toMatchObject({ valid: true, answers: before.answers.length })
	}

	it('of a deleted account stay in the chain, without its name and its reasons', async () => {
		const id = await member('deleted')
		await answerBoth(id, versions)
		before = await exported()
		expect(linksOf(before, id).map(({ reason }) => reason)).toEqual([`Because, says ${id}.`, `Because, says ${id}.`])
		await admin('DELETE', `users/${id}`)
		await expectUnchanged((link) => link.account === id ? { ...link, account: null, reason: '' } : link)
		expect(await standing(id)).toEqual([undefined, undefined])
		expect(JSON.stringify(await exported())).not.toContain(id)
		// Somebody new under the same name is somebody else.
		await createAccount(server(), id)
		expect((await standing(id)).map((line) => line?.standing)).toEqual(['waiting', 'waiting'])
		expect((await charter(server(), 'GET /api/v1/answers', undefined, `${id}:${PASSWORD}`)).answers).toEqual([])
		await answerBoth(id, versions)
		const after = await exported()
		expect(new Set(linksOf(after, id).map(({ person }) => person)).size).toBe(1)
		expect(before.answers.map(({ person }) => person)).not.toContain(linksOf(after, id)[0]?.person)
	})

	it('of a disabled account stay, and it is listed again once it is enabled', async () => {
		const id = await member('disabled')
		await answerBoth(id, versions)
		before = await exported()
		await admin('PUT', `users/${id}/disable`)
		await expectUnchanged()
		expect(await standing(id)).toEqual([undefined, undefined])
		await admin('PUT', `users/${id}/enable`)
		expect((await standing(id)).map((line) => line?.standing)).toEqual(['declined', 'declined'])
	})

	it('of a renamed account stay, under the new name', async () => {
		const id = await member('renamed')
		await answerBoth(id, versions)
		before = await exported()
		await admin('PUT', `users/${id}`, { key: 'displayname', value: 'Nouveau Nom 🌱' })
		await expectUnchanged()
		expect((await standing(id)).map((line) => [line?.name, line?.standing])).toEqual([['Nouveau Nom 🌱', 'declined'], ['Nouveau Nom 🌱', 'declined']])
	})

	it('stay when the group that a charter was for is removed', async () => {
		const [id, other] = [await member('grouped'), await member('grouped')]
		const group = newName('group')
		await admin('POST', 'groups', { groupid: group })
		await admin('POST', `users/${id}/groups`, { groupid: group })
		await admin('POST', `users/${other}/groups`, { groupid: group })
		const only = await publish(server(), { audience: { who: 'only', groups: [group] } })
		expect((await answer(server(), id, only, 'accepted')).status).toBe(200)
		before = await exported()
		await admin('DELETE', `groups/${group}`)
		await expectUnchanged()
		// Whoever has answered is listed, and nobody else is asked.
		expect((await status(server())).members.map(({ account, standing: where }) => [account, where])).toEqual([[id, 'accepted']])
		const met = await charter(server(), 'GET /api/v1/charter', undefined, `${other}:${PASSWORD}`)
		expect(met.association).toMatchObject({ asked: false, answer: null, version: only })
		versions = [versions[0]!, await publish(server())]
	})

	it('stay while the app is disabled, and nobody is asked anew', async () => {
		const id = await member('kept')
		await answerBoth(id, versions)
		before = await exported()
		const [{ versions: list }, settings] = [await charter(server(), 'GET /api/v1/versions'), await charter(server(), 'GET /api/v1/settings')]
		expect((await server().occ(['app:disable', contract.app])).code).toBe(0)
		expect((await server().occ(['app:enable', contract.app])).code).toBe(0)
		await expectUnchanged()
		expect((await charter(server(), 'GET /api/v1/versions')).versions).toEqual(list)
		expect(await charter(server(), 'GET /api/v1/settings')).toEqual(settings)
		expect((await standing(id)).map((line) => line?.standing)).toEqual(['declined', 'declined'])
	})
})
