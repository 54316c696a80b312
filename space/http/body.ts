// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads request bodies, with a limit, and the two kinds of forms. */

import type { IncomingMessage } from 'node:http'

import { readBody } from '@ensemble/shared/contract/validate'

/** Largest body that is read into memory, in bytes. File uploads are not: they are counted only. */
export const BODY_LIMIT = 2 * 1024 * 1024

/** The body is larger than the limit: 413. */
export class TooLarge extends Error {}

/**
 * Reads a body whole. A body over the limit is read to its end all the same, but not kept: a client that is still
 * sending would not hear the answer.
 *
 * @param request the request
 * @param limit bytes
 * @throws TooLarge
 */
export async function readBytes(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> {
	const chunks: Buffer[] = []
	let length = 0
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length
		if (length <= limit) {
			chunks.push(chunk)
		} else {
			chunks.length = 0
		}
	}
	if (length > limit) {
		throw new TooLarge()
	}
	return Buffer.concat(chunks)
}

/** Fields of a form or of a JSON body; `name[]` in a form makes a list called `name`, as PHP does. */
export type Fields = Record<string, unknown>

/**
 * Reads the fields of a body by its content type.
 *
 * @param type the Content-Type header
 * @param body the bytes
 */
export function parseFields(type: string, body: Buffer): Fields {
	if (/^application\/(?:[a-z0-9.-]+\+)?json\b/i.test(type)) {
		return readBody(body)
	}
	const fields = new Map<string, unknown>()
	for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
		if (name.endsWith('[]')) {
			const list = fields.get(name.slice(0, -2))
			fields.set(name.slice(0, -2), [...Array.isArray(list) ? list : [], value])
		} else {
			fields.set(name, value)
		}
	}
	return Object.fromEntries(fields)
}

/** A file in a multipart form. */
export interface UploadedFile {
	/** Name of the form's field. */
	field: string
	data: Buffer
}

/**
 * The files of a multipart/form-data body.
 *
 * @param type the Content-Type header
 * @param body the bytes
 */
export function parseMultipart(type: string, body: Buffer): UploadedFile[] {
	const boundary = type.match(/^multipart\/form-data\s*;.*boundary="?([^";]+)"?/i)?.[1]
	if (boundary === undefined) {
		return []
	}
	const files: UploadedFile[] = []
	const delimiter = Buffer.from(`--${boundary}`)
	for (let start = body.indexOf(delimiter); start >= 0;) {
		const next = body.indexOf(delimiter, start + delimiter.length)
		if (next < 0) {
			break
		}
		const part = body.subarray(start + delimiter.length + 2, next - 2)
		const head = part.indexOf('\r\n\r\n')
		const field = part.subarray(0, Math.max(head, 0)).toString('utf8').match(/name="([^"]*)"/)?.[1]
		if (head >= 0 && field !== undefined) {
			files.push({ field, data: part.subarray(head + 4) })
		}
		start = next
	}
	return files
}
