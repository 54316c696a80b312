// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's notifications API. Compare EndpointController of the notifications app. */

import type { Account, NotificationWords } from '../embedding.ts'
import type { Route } from '../http/router.ts'
import type { SentMessage } from '../messages.ts'
import type { World } from '../world.ts'

import { createHash } from 'node:crypto'
import { enabled } from '../apps.ts'
import { notifications } from '../messages.ts'
import { ocs, OcsFailure } from './ocs.ts'
import { translate } from './translations.ts'

const NOTIFICATIONS = '/ocs/v2.php/apps/notifications/api/v2/notifications'

/** A notification with what it says. */
export interface ReadNotification {
	message: SentMessage
	words: NotificationWords
}

/**
 * An account's notifications in its language, the newest first. One whose app is off or has nothing to say any more is left out.
 *
 * @param world the space
 * @param account whose
 */
export function readNotifications(world: World, account: Account): ReadNotification[] {
	const apps = new Map(enabled(world.space, world.apps).map(({ manifest, embedded }) => [manifest.id, embedded]))
	return notifications(world.space).filter((message) => message.account === account.id).toReversed().flatMap((message) => {
		const words = apps.get(message.app)?.notification?.(world.space, message, (sentence, vars) => translate(world, message.app, account.language, sentence, vars))
		return words ? [{ message, words }] : []
	})
}

/**
 * The routes of notifications.
 *
 * @param world the space
 */
export function notificationRoutes(world: World): Route[] {
	/** Takes away those of the account that are wanted. */
	const remove = (account: Account | null, wanted: (message: SentMessage) => boolean) => {
		const rows = notifications(world.space)
		rows.splice(0, Infinity, ...rows.filter((message) => message.account !== account?.id || !wanted(message)))
		return { data: [] }
	}
	return [
		{
			method: 'GET',
			path: NOTIFICATIONS,
			handle: async (visit, params) => {
				const found = visit.caller.account === null ? [] : readNotifications(world, visit.caller.account)
				const reply = await ocs('member', () => ({ data: found.map((one) => asData(one, `http://${visit.header('Host')}`)) }))(visit, params)
				const tag = createHash('md5').update(JSON.stringify(found.map(({ message }) => message.id))).digest('hex')
				return reply.status === 200 ? { ...reply, headers: { ...reply.headers, ETag: `"${tag}"` } } : reply
			},
		},
		{
			method: 'GET',
			path: `${NOTIFICATIONS}/{id}`,
			handle: ocs('member', ({ visit, params, account }) => {
				const found = readNotifications(world, account!).find(({ message }) => String(message.id) === params.id)
				if (found === undefined) {
					throw new OcsFailure(404, '', null)
				}
				return { data: asData(found, `http://${visit.header('Host')}`) }
			}),
		},
		{ method: 'DELETE', path: NOTIFICATIONS, handle: ocs('member', ({ account }) => remove(account, () => true)) },
		{ method: 'DELETE', path: `${NOTIFICATIONS}/{id}`, handle: ocs('member', ({ params, account }) => remove(account, ({ id }) => String(id) === params.id)) },
	]
}

function asData({ message, words }: ReadNotification, origin: string) {
	return {
		notification_id: message.id,
		app: message.app,
		user: message.account,
		datetime: new Date(message.at * 1000).toISOString().replace('.000Z', '+00:00'),
		object_type: message.object.type,
		object_id: message.object.id,
		subject: words.subject,
		message: words.message,
		link: origin + words.link,
		subjectRich: '',
		subjectRichParameters: [],
		messageRich: '',
		messageRichParameters: [],
		icon: `${origin}/apps/${message.app}/img/app-dark.svg`,
		shouldNotify: true,
		actions: words.buttons.map(({ label, link }, index) => ({ label, link: origin + link, type: 'WEB', primary: index === 0 })),
	}
}
