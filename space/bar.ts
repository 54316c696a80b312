// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The apps in the bar at the top. Of most of them the stand-in has no more than a name and a page that says so. */

import type { Account, Space } from './embedding.ts'

/** An entry of the bar. */
export interface BarEntry {
	/** Of the entry. */
	id: string
	/** The app it belongs to. */
	app: string
	name: string
	url: string
	/** Groups that have it; empty = everybody. */
	groups: readonly string[]
	/** Whether admins may switch the app off, or give it to some groups only. */
	removable: boolean
}

/** An app that the stand-in knows by name. */
interface KnownApp {
	name: { en: string, fr: string }
	/** On in a fresh Nextcloud; the others once somebody has switched them on. */
	fresh?: true
	/** Nextcloud does not let anybody switch it off. */
	fixed?: true
}

/** In the order of the bar. */
const KNOWN: Readonly<Record<string, KnownApp>> = {
	dashboard: { name: { en: 'Dashboard', fr: 'Tableau de bord' }, fresh: true },
	files: { name: { en: 'Files', fr: 'Fichiers' }, fresh: true, fixed: true },
	photos: { name: { en: 'Photos', fr: 'Photos' }, fresh: true },
	activity: { name: { en: 'Activity', fr: 'Activité' }, fresh: true },
	spreed: { name: { en: 'Talk', fr: 'Discussion' } },
	mail: { name: { en: 'Mail', fr: 'E-mail' } },
	contacts: { name: { en: 'Contacts', fr: 'Contacts' } },
	calendar: { name: { en: 'Calendar', fr: 'Agenda' } },
	notes: { name: { en: 'Notes', fr: 'Notes' } },
	deck: { name: { en: 'Deck', fr: 'Deck' } },
	tasks: { name: { en: 'Tasks', fr: 'Tâches' } },
	collectives: { name: { en: 'Collectives', fr: 'Collectifs' } },
	forms: { name: { en: 'Forms', fr: 'Formulaires' } },
	polls: { name: { en: 'Polls', fr: 'Sondages' } },
	tables: { name: { en: 'Tables', fr: 'Tables' } },
}

/** Whether the stand-in knows an app by name; it may be off. */
export function isKnownApp(app: string): boolean {
	return Object.hasOwn(KNOWN, app)
}

/** Whether nobody may switch an app off. */
export function isFixedApp(app: string): boolean {
	return isKnownApp(app) && KNOWN[app]!.fixed === true
}

/**
 * Who has an app that the stand-in knows by name. As in Nextcloud, the app's own value `enabled` says it.
 *
 * @param space the space
 * @param app one of them
 * @return ids of groups, empty for everybody; null where it is off
 */
export function groupsOf(space: Pick<Space, 'appValue'>, app: string): string[] | null {
	const stored = space.appValue(app, 'enabled') ?? (isKnownApp(app) && KNOWN[app]!.fresh ? 'yes' : 'no')
	return Array.isArray(stored) ? stored.map(String) : stored === 'yes' ? [] : null
}

/**
 * The apps in the bar that anybody has.
 *
 * @param space the space
 * @param language of their names
 */
export function barApps(space: Space, language: string): BarEntry[] {
	return Object.entries(KNOWN).flatMap(([id, { name, fixed }]) => {
		const groups = groupsOf(space, id)
		return groups === null ? [] : [{ id, app: id, name: language.startsWith('fr') ? name.fr : name.en, url: `/apps/${id}/`, groups, removable: fixed !== true }]
	})
}

/** Whether an account has an app. */
export function opensApp(space: Space, account: Account, app: string): boolean {
	const groups = groupsOf(space, app)
	return groups !== null && (groups.length === 0 || groups.some((group) => account.groups.includes(group)))
}

/** The apps in the bar of an account, in its language. */
export function appsOf(space: Space, account: Account): BarEntry[] {
	return barApps(space, account.language).filter(({ id }) => opensApp(space, account, id))
}

/** Entries that an account has put into an order of its own. */
export function pinnedApps(space: Space, account: string): string[] {
	return Object.keys((space.userValue(account, 'core', 'apporder') ?? {}) as object)
}
