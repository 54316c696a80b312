// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Signatures of packs: Ed25519 by a key that belongs to the host, over the exact bytes of the manifest. */

import type { KeyObject } from 'node:crypto'

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { PackError } from './error.ts'

/**
 * The name of a key: the first 32 hex digits of the SHA-256 of its public half (DER).
 *
 * @param key either half
 */
export function keyId(key: KeyObject): string {
	const open = key.type === 'private' ? createPublicKey(key) : key
	return createHash('sha256').update(open.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 32)
}

/**
 * Makes a key pair. Neither file may exist: a lost key is bad, an overwritten one is worse.
 *
 * @param file the private key, only for its owner; the public one goes to `<file>.pub`
 * @return the name of the key
 * @throws PackError where one of the files exists
 */
export async function makeKeys(file: string): Promise<string> {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519')
	try {
		await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
		await writeFile(`${file}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx', mode: 0o644 })
	} catch (error) {
		throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
			? new PackError('key', `${file} or ${file}.pub is there already; keys are never overwritten.`)
			: error
	}
	return keyId(publicKey)
}

/**
 * Reads a private key.
 *
 * @param file PEM
 * @throws PackError
 */
export function readPrivateKey(file: string): Promise<KeyObject> {
	return readKey(file, createPrivateKey)
}

/**
 * Reads a public key.
 *
 * @param file PEM; a private key is refused, since it has no business where packs are checked
 * @throws PackError
 */
export function readPublicKey(file: string): Promise<KeyObject> {
	return readKey(file, (pem) => {
		if (pem.includes('PRIVATE KEY')) {
			throw new PackError('key', `${file} is a private key; packs are checked with the public one (${file}.pub).`)
		}
		return createPublicKey(pem)
	})
}

async function readKey(file: string, parse: (pem: string) => KeyObject): Promise<KeyObject> {
	try {
		const key = parse(await readFile(file, 'utf8'))
		if (key.asymmetricKeyType === 'ed25519') {
			return key
		}
	} catch (error) {
		if (error instanceof PackError) {
			throw error
		}
	}
	throw new PackError('key', `${file} cannot be read as an Ed25519 key (PEM).`)
}

/**
 * Signs.
 *
 * @param bytes of the manifest
 * @param key the private key
 * @return base64 with a newline
 */
export function signBytes(bytes: Buffer, key: KeyObject): string {
	return `${sign(null, bytes, key).toString('base64')}\n`
}

/**
 * Checks a signature.
 *
 * @param bytes of the manifest
 * @param signature base64
 * @param keys whom we trust
 * @return name of the key that signed, or null if none of them did
 */
export function signedBy(bytes: Buffer, signature: string, keys: readonly KeyObject[]): string | null {
	const raw = Buffer.from(signature.trim(), 'base64')
	const key = raw.length === 64 ? keys.find((one) => verify(null, bytes, one, raw)) : undefined
	return key === undefined ? null : keyId(key)
}
