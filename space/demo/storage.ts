// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The past of the demo's storage: ten weeks of growth, and what people have asked for. */

import type { StoredFile } from '../embedding.ts'
import type { Telling } from './call.ts'

import { contract } from '@ensemble/quota/contract'
import { keepHistory } from '@ensemble/quota/embedded/history'
import { runJobs, settingsOf } from '../apps.ts'
import { call } from './call.ts'

const GB = 1024 ** 3
const MB = 1024 ** 2
/** Size of the whole space in bytes: 50 GB. */
const POOL = 50 * GB
const DAY = 86_400
/** Days of history. */
const DAYS = 70
/** Noon in Paris in winter: no quiet hour. */
const NOON = 11 * 3600
/** Team folders, bytes: now, and what they grow by in a day. */
const TEAM = 4300 * MB
const TEAM_A_DAY = 11 * MB
/** Previews and the like. */
const OTHER = 640 * MB

/**
 * Tells the past of the storage, to the check of yesterday noon.
 *
 * @param telling the space and its clock
 */
export async function tellStorage(telling: Telling): Promise<void> {
	const { space, apps, today, standAt } = telling
	space.setAppValue(contract.app, 'settings', {
		pool: POOL,
		contact: 'Maëlle Kervadec, bureau@graines-et-tournevis.example',
		advice: { fr: 'Les grosses vidéos ont leur place sur le disque du local : demandez à Maëlle.', en: 'Large videos have their place on the disk in our office: ask Maëlle.' },
	})
	space.shared.other = OTHER
	tellHistory(telling)
	space.shared.team = TEAM
	if (apps.some(({ manifest }) => manifest.id === contract.app)) {
		await tellRequests(telling)
	}
	standAt(noon(today, 1))
	runJobs(space, apps)
}

/** Noon so many days ago. */
function noon(today: number, daysAgo: number): number {
	return (Math.floor(today / DAY) - daysAgo) * DAY + NOON
}

/** Each day is counted with the files that were there by then. */
function tellHistory({ space, today, standAt }: Telling): void {
	const homes = space.accounts().map(({ id }) => ({ files: space.files(id), all: [...space.files(id)] }))
	const show = (wanted: (file: StoredFile) => boolean) => homes.forEach(({ files, all }) => files.splice(0, Infinity, ...all.filter(wanted)))
	const settings = contract.settings.parse(settingsOf(space, contract).values)
	for (let daysAgo = DAYS; daysAgo >= 1; daysAgo--) {
		const moment = noon(today, daysAgo)
		standAt(moment)
		space.shared.team = TEAM - TEAM_A_DAY * daysAgo
		show(({ mtime }) => mtime <= moment)
		keepHistory(space, settings)
	}
	show(() => true)
}

/** One request was granted, one declined, one is open. */
async function tellRequests({ space, apps, today, standAt }: Telling): Promise<void> {
	const app = apps.find(({ manifest }) => manifest.id === contract.app)!
	const admin = space.accounts().find((account) => account.admin)!.id
	const ask = async (account: string, daysAgo: number, gigabytes: number, sentence: string) => {
		standAt(noon(today, daysAgo))
		return await call(space, app, account, 'POST /api/v1/requests', { wanted: gigabytes * GB, sentence }) as { id: number }
	}
	const decide = (id: number, daysAgo: number, decision: 'approved' | 'declined', word: string) => {
		standAt(noon(today, daysAgo))
		return call(space, app, admin, 'POST /api/v1/requests/{id}/decision', { decision, word }, { id })
	}
	const coline = space.account('coline')!
	const granted = coline.quota
	coline.quota = 'default'
	const archives = await ask('coline', 40, 8, 'Les bulletins depuis 2008 sont numérisés et ne tiennent plus.')
	coline.quota = granted
	await decide(archives.id, 38, 'approved', 'Bravo pour les archives !')
	const film = await ask('ines', 21, 20, 'Je voudrais garder tous les rushes de la balade botanique.')
	await decide(film.id, 20, 'declined', 'Gardons plutôt le film fini ici, et les rushes sur le disque du local.')
	await ask('fatou', 2, 8, 'Il me reste les photos de la fête des récoltes à trier avec l’équipe.')
}
