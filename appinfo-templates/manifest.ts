// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an app's app.ts says about itself; everything under appinfo/ and the common PHP is rendered from it. */

/** A text in the two languages of the pack. */
export interface Localised { en: string, fr: string }

/** The manifest of an app. */
export interface AppManifest {
	/** Nextcloud's app id: lower-case letters and underscores. */
	id: string
	/** PHP namespace below OCA. */
	namespace: string
	/** x.y.z, the same as the newest entry of CHANGELOG.md. */
	version: string
	name: Localised
	/** One line for the app list, 128 characters at most. */
	summary: Localised
	/** Markdown. */
	description: Localised
	/** A category of the app store. */
	category: 'customization' | 'files' | 'monitoring' | 'organization'
	/**
	 * Browser entries: name → file below the app's folder; built to js/<id>-<name>.mjs. One with the name `files` joins the
	 * injected one on the pages of Files.
	 */
	entries: Record<string, string>
	/** The entry put on a member's page while lib/Pending.php says that something is pending. */
	injected: string
	/** Entries that share no file with the others, for pages where each byte counts: what they have in common is built into each. */
	alone?: string[]
	/** The part of Administration → Association. */
	admin: {
		entry: string
		/** Address of the part: …/settings/admin/ensemble#<part>. */
		part: string
		title: Localised
		/** Lower comes first. */
		priority: number
	}
	/** A page of its own at /apps/<id>/, opened from the user menu. `remembered`: the account's value `visited` is 1 once it was opened. */
	page?: { entry: string, title: Localised, order: number, remembered?: boolean }
	/** Classes of lib/BackgroundJob. */
	jobs?: string[]
	/** Classes of lib/Command. */
	commands?: string[]
	/** Event class → class of lib/Listener. */
	listeners?: Record<string, string>
	/** Classes of lib/Dashboard that Nextcloud shows on its dashboard. */
	widgets?: string[]
	/** Class → JSON file below the app's folder: PHP finds what the file says in lib/Data/<class>.php, as a constant, which costs nothing to read. */
	data?: Record<string, string>
	/** Class of lib/Notification that puts the app's notifications into words. */
	notifier?: string
	/** Classes of lib/Migration that run after every upgrade, once the tables are as they should be. */
	repairSteps?: string[]
	/** Class of lib/UserMigration that takes an account's data along to another space (Nextcloud's user_migration). */
	migrator?: string
	/** Other apps that ask members something too: the admin page is told which of them are enabled (initial state `neighbours`). */
	neighbours?: string[]
}

/** Oldest and newest Nextcloud, and PHP, that the pack is for. */
export const supported = { nextcloud: { min: 32, max: 35 }, php: { min: '8.2', max: '8.5' } } as const

/** Where the pack lives; app stores ask for it. */
export const project = {
	author: 'Ensemble contributors',
	website: 'https://ensemble.example.org',
	bugs: 'https://ensemble.example.org/issues',
	repository: 'https://ensemble.example.org/ensemble.git',
} as const

/**
 * Declares an app.
 *
 * @param manifest what the app is
 * @return the same object, with its exact type
 */
export function defineApp<const M extends AppManifest>(manifest: M): M {
	return manifest
}
