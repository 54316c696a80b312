// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remove, temporary, tinyApp, write } from '../../test/fleet/packFixture.ts'
import { signApp } from './nextcloudSignature.ts'

let dir = ''
beforeEach(async () => {
	dir = await temporary()
	await write(dir, tinyApp('first', '1.0.0'))
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', join(dir, 'key'), '-out', join(dir, 'crt'), '-subj', '/O=x/CN=first', '-days', '2'], { stdio: 'ignore' })
})
afterEach(() => remove(dir))

const key = async () => createPrivateKey(await readFile(join(dir, 'key')))
const certificate = () => readFile(join(dir, 'crt'), 'utf8')

describe('Nextcloud\'s code signature', () => {
	it('is what openssl calls PSS with SHA-1, MGF1 with SHA-512 and no salt', async () => {
		await signApp(join(dir, 'first'), await key(), await certificate(), 'first')
		const text = await readFile(join(dir, 'first/appinfo/signature.json'), 'utf8')
		const { hashes, signature, certificate: kept } = JSON.parse(text) as { hashes: Record<string, string>, signature: string, certificate: string }
		expect(Object.keys(hashes)).toEqual(Object.keys(hashes).sort())
		expect(hashes['empty.txt']).toBe('cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e')
		expect(kept.replaceAll('\r', '')).toBe((await certificate()).trim())
		await writeFile(join(dir, 'payload'), JSON.stringify(hashes).replaceAll('/', '\\/'))
		await writeFile(join(dir, 'signature'), Buffer.from(signature, 'base64'))
		execFileSync('openssl', ['x509', '-in', join(dir, 'crt'), '-pubkey', '-noout', '-out', join(dir, 'pub')])
		expect(execFileSync('openssl', ['dgst', '-sha1', '-verify', join(dir, 'pub'), '-signature', join(dir, 'signature'), '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:0', '-sigopt', 'rsa_mgf1_md:sha512', join(dir, 'payload')], { encoding: 'utf8' })).toContain('Verified OK')
	})

	it('is the same when it is made again', async () => {
		const made = async () => {
			await signApp(join(dir, 'first'), await key(), await certificate(), 'first')
			return readFile(join(dir, 'first/appinfo/signature.json'), 'utf8')
		}
		expect(await made()).toBe(await made())
	})

	it('is refused with the certificate of another app', async () => {
		await expect(signApp(join(dir, 'first'), await key(), await certificate(), 'second')).rejects.toMatchObject({ code: 'key' })
	})
})
