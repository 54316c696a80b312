// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A mail server that keeps what it gets, so that a test can read what Nextcloud sends. */

import type { Socket } from 'node:net'
import type { Place } from './connection.ts'

import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { writeConfig } from './configuration.ts'

/** A mail, taken apart. */
export interface Mail {
	to: string
	subject: string
	/** The plain text, without the line breaks that a mail needs. */
	text: string
	html: string
}

export interface Mailbox {
	/**
	 * What has come to an address, the oldest first.
	 *
	 * @param to the address
	 */
	of(to: string): Mail[]
	/** Everything that has come, the oldest first. */
	all(): Mail[]
	/** Ends the server; Nextcloud sends nothing again. */
	close(): Promise<void>
}

/**
 * Starts a mail server and makes Nextcloud use it.
 *
 * @param place the Nextcloud
 */
export async function openMailbox(place: Place): Promise<Mailbox> {
	const mails: Mail[] = []
	const server = createServer((socket) => serve(socket, (raw) => mails.push(parse(raw))))
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve)
	})
	const address = server.address()
	await writeConfig(place.root, 'mailbox', {
		mail_smtpmode: 'smtp',
		mail_smtphost: '127.0.0.1',
		mail_smtpport: typeof address === 'object' && address ? address.port : 0,
		mail_from_address: 'space',
		mail_domain: 'example.org',
	})
	return {
		of: (to) => mails.filter((mail) => mail.to === to),
		all: () => [...mails],
		close: async () => {
			await rm(join(place.root, 'config', 'mailbox.config.php'))
			await new Promise((resolve) => {
				server.close(resolve)
			})
		},
	}
}

/** Speaks as much SMTP as Nextcloud needs. */
function serve(socket: Socket, keep: (mail: string) => void): void {
	let buffer = ''
	let data: string[] | null = null
	const say = (line: string) => socket.write(`${line}\r\n`)
	say('220 test')
	socket.on('error', () => socket.destroy())
	socket.on('data', (chunk) => {
		buffer += chunk.toString('latin1')
		for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
			const line = buffer.slice(0, end)
			buffer = buffer.slice(end + 2)
			if (data === null) {
				const verb = line.slice(0, 4).toUpperCase()
				data = verb === 'DATA' ? [] : null
				say(verb === 'DATA' ? '354 go' : verb === 'QUIT' ? '221 bye' : '250 ok')
			} else if (line === '.') {
				keep(data.join('\r\n'))
				data = null
				say('250 kept')
			} else {
				data.push(line.startsWith('.') ? line.slice(1) : line)
			}
		}
	})
}

interface Part { headers: Record<string, string>, body: string }

function split(raw: string): Part {
	const [head = '', ...rest] = raw.split('\r\n\r\n')
	const headers = Object.fromEntries(head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => {
		const colon = line.indexOf(':')
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
	}))
	return { headers, body: rest.join('\r\n\r\n') }
}

function parse(raw: string): Mail {
	const mail = split(raw)
	const parts = leaves(mail)
	const find = (type: string) => parts.find(({ headers }) => headers['content-type']?.startsWith(type))
	const body = (type: string) => {
		const part = find(type)
		return part ? decode(part) : ''
	}
	return {
		to: /[^\s<>]+@[^\s<>]+/.exec(mail.headers.to ?? '')?.[0] ?? '',
		subject: words(mail.headers.subject ?? ''),
		text: body('text/plain').replaceAll(/\s+/g, ' ').trim(),
		html: body('text/html'),
	}
}

/** The parts that hold no other parts. */
function leaves(part: Part): Part[] {
	const boundary = /boundary="?([^";]+)"?/.exec(part.headers['content-type'] ?? '')?.[1]
	return boundary === undefined
		? [part]
		: part.body.split(`--${boundary}`).slice(1, -1).flatMap((piece) => leaves(split(piece.replace(/^\r\n/, ''))))
}

function decode({ headers, body }: Part): string {
	switch (headers['content-transfer-encoding']?.toLowerCase()) {
		case 'base64': return Buffer.from(body, 'base64').toString()
		case 'quoted-printable': return quoted(body.replaceAll('=\r\n', ''))
		default: return Buffer.from(body, 'latin1').toString()
	}
}

function quoted(text: string): string {
	return Buffer.from(text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString()
}

/** Encoded words of a header (RFC 2047). */
function words(header: string): string {
	return header
		.replaceAll(/\?=\s+=\?/g, '?==?')
		.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) => kind.toLowerCase() === 'b'
			? Buffer.from(text, 'base64').toString()
			: quoted(text.replaceAll('_', ' ')))
}
