// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How far the members of the demo association have come with their first steps, and what its host gives it. */

import type { Telling } from './call.ts'

import { appTokens, shares, subscriptions } from '../nextcloud/traces.ts'
import { call } from './call.ts'
import { catalogBefore, catalogNow, catalogVersion } from './hostCatalog.ts'
import { members } from './people.ts'

const DAY = 86_400
const APP = 'ensemble_onboarding'
/** Apps beside those of a fresh Nextcloud: for everybody, or for some groups. */
const APPS: Record<string, string[] | 'yes'> = { spreed: 'yes', contacts: 'yes', calendar: 'yes', notes: 'yes', deck: 'yes', tasks: 'yes', collectives: 'yes', forms: 'yes', polls: 'yes', tables: ['bureau'] }
/** Who has connected an app, shared something, subscribed to a calendar, been to the page of the storage. */
const TRACES = {
	device: ['maelle', 'yves', 'fatou', 'armelle', 'denis'],
	share: ['maelle', 'yves', 'fatou', 'coline', 'bastien', 'ines'],
	calendar: ['maelle', 'yves', 'coline'],
	storage: ['maelle', 'yves', 'fatou', 'odile', 'ines', 'coline'],
}
/** Who has put apps into an order of their own. */
const ORDERS: Record<string, string[]> = { fatou: ['files', 'calendar', 'deck'], armelle: ['files', 'photos', 'calendar'], denis: ['deck', 'files'] }
/** Who has not yet heard of the last update. */
const BEFORE_NEWS = 'coline'

/** What the space is like before anybody does anything: its look, its apps, what the host gives it. */
export function furnish({ space }: Pick<Telling, 'space'>): void {
	space.setAppValue('theming', 'name', space.name)
	space.setAppValue('theming', 'logoMime', 'image/svg+xml')
	space.setAppValue('core', 'emailTestSuccessful', '1')
	for (const [app, who] of Object.entries(APPS)) {
		space.setAppValue(app, 'enabled', who)
	}
	space.setAppValue(APP, 'fleet_policy', {
		defaults: catalogNow,
		host: {
			catalogVersion,
			communityName: { fr: 'Le forum des Hébergeuses solidaires', en: 'The forum of the Hébergeuses solidaires' },
			communityUrl: 'https://forum.hebergeuses.example/',
			accountCap: 50,
		},
	})
	space.setAppValue(APP, 'catalog_seen', { version: catalogVersion - 1, catalog: catalogBefore })
}

/** Lets the members do their first steps, and open the list. */
export async function tellFirstSteps({ space, apps, today, standAt }: Telling): Promise<void> {
	const app = apps.find(({ manifest }) => manifest.id === APP)
	if (app === undefined) {
		return
	}
	standAt(today - 40 * DAY)
	for (const account of TRACES.device) {
		appTokens(space).push({ account, name: 'Nextcloud (Android)', password: `none-${account}` })
	}
	for (const [index, account] of TRACES.share.entries()) {
		shares(space).push({ id: index + 1, account, path: space.files(account)[0]!.path, type: 1, with: 'bureau', token: '', at: space.now() })
	}
	for (const account of TRACES.calendar) {
		subscriptions(space).push({ account, uri: 'vacances-scolaires', source: 'https://agenda.example/vacances.ics' })
	}
	TRACES.storage.forEach((account) => space.setUserValue(account, 'ensemble_quota', 'visited', '1'))
	for (const [account, order] of Object.entries(ORDERS)) {
		space.setUserValue(account, 'core', 'apporder', Object.fromEntries(order.map((id, place) => [id, { order: place, app: id }])))
	}
	for (const { account: { id, guest }, welcome } of members.filter((member) => member.welcome !== undefined)) {
		const acts = (key: Parameters<typeof call>[3], body: Record<string, unknown>, params?: Record<string, unknown>) => call(space, app, id, key, body, params)
		await acts('GET /api/v1/steps', {})
		if (!guest && id !== BEFORE_NEWS) {
			await acts('POST /api/v1/news', { version: app.manifest.version })
		}
		if (!guest && welcome === 'seen') {
			await acts('POST /api/v1/hints/{app}', { seen: true }, { app: 'files' })
		}
	}
	await call(space, app, 'denis', 'PUT /api/v1/steps/{id}', { state: 'declined' }, { id: 'calendar' })
	// Who has finished has nothing left to be shown.
	await call(space, app, 'yves', 'PUT /api/v1/steps/{id}', { state: 'done' }, { id: 'own-forum' })
	await call(space, app, 'yves', 'PUT /api/v1/closed', { closed: true })
}
