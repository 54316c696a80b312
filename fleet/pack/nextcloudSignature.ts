// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Nextcloud's code signature of an app, appinfo/signature.json, byte for byte as `occ integrity:sign-app` writes it:
 * RSASSA-PSS with SHA-1 as the hash of the message, MGF1 with SHA-512 and no salt.
 */

import type { KeyObject } from 'node:crypto'

import { constants, createHash, privateEncrypt, X509Certificate } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PackError } from './error.ts'
import { listFiles } from './tree.ts'

const FILE = 'appinfo/signature.json'
/** Nextcloud does not look at these. */
const skipped = /(^|\/)(Thumbs\.db|nextcloud-init-sync\.lock)$/

/**
 * Signs an app; nothing in its folder may change afterwards.
 *
 * @param dir the app's folder
 * @param key RSA private key
 * @param certificate PEM; its common name is the app's id
 * @param id the app's id
 * @throws PackError where the certificate is another app's or key's
 */
export async function signApp(dir: string, key: KeyObject, certificate: string, id: string): Promise<void> {
	const parsed = new X509Certificate(certificate)
	if (parsed.subject.split('\n').findLast((line) => line.startsWith('CN=')) !== `CN=${id}` || !parsed.checkPrivateKey(key)) {
		throw new PackError('key', `The certificate is not for ${id}, or the key does not belong to it.`)
	}
	await rm(join(dir, FILE), { force: true })
	const hashes: Record<string, string> = {}
	for (const path of await listFiles(dir)) {
		if (!skipped.test(path)) {
			hashes[path] = createHash('sha512').update(await readFile(join(dir, path))).digest('hex')
		}
	}
	const signature = pss(Buffer.from(phpJson(hashes)), key).toString('base64')
	await writeFile(join(dir, FILE), phpJson({ hashes, signature, certificate: normal(certificate) }, 4))
}

/** The first certificate, 64 columns, CRLF, without a last newline. */
function normal(certificate: string): string {
	const [, base64 = ''] = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/.exec(certificate) ?? []
	return ['-----BEGIN CERTIFICATE-----', ...base64.replace(/\s/g, '').match(/.{1,64}/g) ?? [], '-----END CERTIFICATE-----'].join('\r\n')
}

/** As PHP's json_encode: escaped slashes, and ASCII only. */
function phpJson(value: object, indent?: number): string {
	return JSON.stringify(value, null, indent).replaceAll('/', '\\/').replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** EMSA-PSS by hand: Node takes one hash for both the message and the mask. */
function pss(message: Buffer, key: KeyObject): Buffer {
	const bits = (key.asymmetricKeyDetails?.modulusLength ?? 0) - 1
	const length = Math.ceil(bits / 8)
	const hash = createHash('sha1').update(Buffer.concat([Buffer.alloc(8), createHash('sha1').update(message).digest()])).digest()
	const data = Buffer.alloc(length - hash.length - 1)
	data[data.length - 1] = 1
	const mask = mgf1(hash, data.length)
	const masked = data.map((byte, index) => byte ^ mask[index]!)
	masked[0]! &= 0xFF >> (8 * length - bits)
	return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.concat([masked, hash, Buffer.from([0xBC])]))
}

function mgf1(seed: Buffer, length: number): Buffer {
	const blocks: Buffer[] = []
	for (let counter = 0; blocks.length * 64 < length; counter++) {
		const number = Buffer.alloc(4)
		number.writeUInt32BE(counter)
		blocks.push(createHash('sha512').update(seed).update(number).digest())
	}
	return Buffer.concat(blocks).subarray(0, length)
}
