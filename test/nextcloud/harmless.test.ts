// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Charters that try to run something where they are told about: in notifications and in mails. */

import type { Mailbox } from './mailbox.ts'

import { PRINTABLE } from '@ensemble/shared/contract/fields'
import { attacks } from '@ensemble/shared/markdown/attacks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../apps/charter/contract.ts'
import { charter, publish } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { openMailbox } from './mailbox.ts'
import { createAccount, ocs, PASSWORD } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const LONGEST = 200

/** All attacks, as many in a title as it holds. */
const titles = attacks.filter((attack) => PRINTABLE.test(attack) && attack.trim() !== '' && attack.length <= LONGEST).reduce<string[]>((all, attack) => {
	const last = all.at(-1)
	return last !== undefined && last.length + attack.length < LONGEST ? all.with(-1, `${last} ${attack}`) : [...all, attack]
}, [])

let mailbox: Mailbox
beforeAll(async () => {
	mailbox = await openMailbox(server())
})
afterAll(() => mailbox.close())

/** What a member is told of a charter with this title: the notification and the mail. */
async function told(title: string): Promise<{ message: unknown, html: string }> {
	const id = newName('told')
	await createAccount(server(), id)
	await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'email', value: `${id}@example.org` })
	const text = { title, summary: [title], body: title }
	const { id: version, texts } = await publish(server(), { defaultLanguage: 'en', texts: { en: text } })
	expect(texts.en).toEqual(text)
	expect(await charter(server(), 'POST /api/v1/reminders', { version, accounts: [id] })).toEqual({ sent: 1, skipped: 0 })
	await server().runJobs()
	const { data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/notifications/api/v2/notifications')
	const notice = (data as Array<Record<string, unknown>>).find(({ app }) => app === contract.app)
	const [mail] = mailbox.of(`${id}@example.org`)
	// A mail has line ends of its own.
	return { message: notice?.message, html: (mail?.html ?? '').replaceAll('\r\n', '\n') }
}

/** As Nextcloud writes text into HTML. */
function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#039;')
}

it('has enough to try', () => {
	expect(titles.length).toBeGreaterThan(10)
	expect(attacks.filter((attack) => titles.some((title) => title.includes(attack))).length).toBeGreaterThan(60)
})

it.each(titles)('is told as it is written: %j', async (title) => {
	const { message, html } = await told(title)
	// A notification is plain text: Nextcloud shows it as such.
	expect(message).toBe(title.trim())
	const safe = [escaped(title), escaped(title.trim())].find((one) => html.includes(one))
	expect(safe, html.slice(0, 3000)).toBeDefined()
	// Beside the title, nothing of it is in the mail.
	expect(html.replaceAll(safe!, '')).not.toContain('pwned')
}, 120_000)
