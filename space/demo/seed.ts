// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Fills a new space: with the demo association, or with one admin as a freshly installed Nextcloud. */

import type { CharterContract } from '@ensemble/charter/contract'
import type { SpaceApp } from '../apps.ts'
import type { Telling } from './call.ts'
import type { DemoMember } from './people.ts'

import { runJobs } from '../apps.ts'
import { newAccount, setGroups } from '../nextcloud/accounts.ts'
import { EmbeddedSpace } from '../state.ts'
import { call } from './call.ts'
import { changeNotes, charter, charterBefore, firstCharter } from './charter.ts'
import { filesOf } from './files.ts'
import { furnish, tellFirstSteps } from './firstSteps.ts'
import { hostCharter } from './hostCharter.ts'
import { groups, members } from './people.ts'
import { flower } from './picture.ts'
import { tellStorage } from './storage.ts'

/** The invented association. */
export const ASSOCIATION = 'Graines et Tournevis'
const DAY = 86_400
/** Of the flowers that are profile pictures: red, green, blue. */
const COLOURS: Array<[number, number, number]> = [[176, 52, 84], [208, 110, 32], [98, 74, 160]]

/**
 * A space with one account, `admin` with the password `admin`, and Nextcloud's defaults.
 *
 * @param now the clock
 */
export function seedEmpty(now?: () => number): EmbeddedSpace {
	const space = new EmbeddedSpace({ name: 'Nextcloud', defaultQuota: 'none', now })
	const admin = space.addAccount(newAccount('admin', { password: 'admin', firstLogin: space.now() }))
	setGroups(admin, ['admin'])
	return space
}

/**
 * The demo association, with its charters published, most answers given and the storage checked.
 *
 * @param apps of the space
 * @param now the clock
 */
export async function seedDemo(apps: SpaceApp[], now?: () => number): Promise<EmbeddedSpace> {
	// While the past is told, the clock stands in it.
	let told: number | null = null
	const clock = now ?? (() => Math.floor(Date.now() / 1000))
	const space = new EmbeddedSpace({ name: ASSOCIATION, defaultQuota: '5 GB', now: () => told ?? clock() })
	const today = clock()
	space.groups.push(...groups)
	for (const { account: given, welcome } of members) {
		const account = space.addAccount(newAccount(given.id, { language: 'fr', email: `${given.id}@graines-et-tournevis.example`, password: 'demo', ...given }))
		setGroups(account, given.groups ?? [])
		space.home(account.id).files.push(...filesOf(account.id, today))
		if (welcome !== undefined) {
			account.firstLogin = today - 200 * DAY
			space.setUserValue(account.id, 'ensemble_onboarding', 'welcome', welcome)
		}
		if (account.avatar) {
			space.home(account.id).picture = { type: 'image/png', data: flower(5 + account.id.length % 4, COLOURS[account.id.length % COLOURS.length]!).toString('base64') }
		}
	}
	space.setAppValue('ensemble_onboarding', 'settings', { contact: 'Maëlle Kervadec', contactUrl: 'mailto:maelle@graines-et-tournevis.example' })
	furnish({ space })
	const telling = {
		space,
		apps,
		today,
		standAt(moment: number) {
			told = moment
		},
	}
	await publishCharters(telling)
	await tellStorage(telling)
	await tellFirstSteps(telling)
	told = null
	runJobs(space, apps)
	return space
}

/** Publishes the charters, the association's as the admin and the host's by its policy, and gives the members' answers, each through the app's own handler. */
async function publishCharters({ space, apps, today, standAt: standAtMoment }: Telling): Promise<void> {
	const standAt = (daysAgo: number) => standAtMoment(today - daysAgo * DAY)
	const app = apps.find(({ embedded }) => embedded.contract.app === 'ensemble_charter' satisfies CharterContract['app'])
	if (app === undefined) {
		return
	}
	const admin = space.accounts().find((account) => account.admin)!.id
	const asked = { mode: 'ask', deadlineDays: null, audience: { who: 'everyone', groups: [] } }
	const publish = async (daysAgo: number, version: object) => {
		standAt(daysAgo)
		return await call(space, app, admin, 'POST /api/v1/versions', { defaultLanguage: 'fr', ...asked, ...version }) as { id: number, hashes: Record<string, string> }
	}
	const answer = async (daysAgo: number, version: { id: number, hashes: Record<string, string> }, choice: (member: DemoMember) => DemoMember['answer']) => {
		for (const [index, member] of members.filter((one) => choice(one) !== undefined).entries()) {
			// One after the other, some hours apart.
			standAt(daysAgo - 0.4 * (index + 1))
			const { language } = space.account(member.account.id)!
			const body = { version: version.id, language, textHash: version.hashes[language], choice: choice(member), after: 0, reason: choice(member) === 'declined' ? member.reason ?? '' : '' }
			await call(space, app, member.account.id, 'POST /api/v1/answers', body)
		}
	}
	const first = await publish(190, { texts: firstCharter, kind: 'substantive', changeNote: {}, after: 0 })
	await answer(190, first, ({ earlier }) => earlier)
	space.setAppValue(app.embedded.contract.app, 'fleet_policy', { host: { charter: hostCharter } })
	standAt(100)
	const { host } = await call(space, app, admin, 'GET /api/v1/charter', {}) as { host: { version: typeof first } }
	await answer(100, host.version, (member) => member.host)
	const second = await publish(30, { texts: charterBefore, kind: 'substantive', changeNote: changeNotes.second, after: first.id })
	await answer(30, second, (member) => member.answer)
	await publish(5, { texts: charter, kind: 'editorial', changeNote: changeNotes.mended, after: second.id })
}
