// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remove, temporary } from '../../test/fleet/packFixture.ts'
import { keyId, makeKeys, readPrivateKey, readPublicKey, signBytes, signedBy } from './sign.ts'

let dir = ''
beforeEach(async () => {
	dir = await temporary()
})
afterEach(() => remove(dir))

describe('keys', () => {
	it('are made once: private for their owner only, public for all, of one name', async () => {
		const file = join(dir, 'pack.key')
		const name = await makeKeys(file)
		expect((await stat(file)).mode & 0o777).toBe(0o600)
		expect([keyId(await readPrivateKey(file)), keyId(await readPublicKey(`${file}.pub`))]).toEqual([name, name])
		const before = await readFile(file)
		await expect(makeKeys(file)).rejects.toMatchObject({ code: 'key' })
		expect(await readFile(file)).toEqual(before)
	})

	it('sign, and only the right bytes', async () => {
		const file = join(dir, 'pack.key')
		const name = await makeKeys(file)
		await makeKeys(join(dir, 'other.key'))
		const bytes = Buffer.from('manifest')
		const signature = signBytes(bytes, await readPrivateKey(file))
		const keys = [await readPublicKey(join(dir, 'other.key.pub')), await readPublicKey(`${file}.pub`)]
		expect(signedBy(bytes, signature, keys)).toBe(name)
		expect(signedBy(bytes, signature, keys.slice(0, 1))).toBeNull()
		expect(signedBy(Buffer.from('Manifest'), signature, keys)).toBeNull()
		expect(signedBy(bytes, signature.slice(4), keys)).toBeNull()
	})

	it('are refused for the wrong purpose, of the wrong kind, and when they are none', async () => {
		const file = join(dir, 'pack.key')
		await makeKeys(file)
		await expect(readPublicKey(file)).rejects.toMatchObject({ code: 'key', message: expect.stringContaining('private key') })
		await expect(readPrivateKey(`${file}.pub`)).rejects.toMatchObject({ code: 'key' })
		await writeFile(join(dir, 'text'), 'no key')
		await expect(readPublicKey(join(dir, 'text'))).rejects.toMatchObject({ code: 'key' })
		await expect(readPublicKey(join(dir, 'absent'))).rejects.toMatchObject({ code: 'key' })
	})
})
