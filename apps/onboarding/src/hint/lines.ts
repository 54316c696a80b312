// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The built-in line about each app: what it is for in the life of an association, and what it takes the place of. */

import { t } from './l10n.ts'

/** What an app is for. Its ids are those of catalog/hints.json. */
function purpose(app: string): string {
	switch (app) {
		case 'files': return t('Files: what you keep and share with the others, such as minutes, posters or bills.')
		case 'photos': return t('Photos: pictures in albums, for example of the fête, for those who were there.')
		case 'calendar': return t('Calendar: meetings, festivities, who has the hall when; everybody sees the same.')
		case 'contacts': return t('Contacts: the address book of the association, and its teams.')
		case 'mail': return t('Mail: read and write your mails beside your files and your calendar.')
		case 'spreed': return t('Talk: conversations and video calls, for example to prepare the fête.')
		case 'deck': return t('Deck: who does what, for example for the fête.')
		case 'tasks': return t('Tasks: what you still have to do, with a day if you like.')
		case 'notes': return t('Notes: what you do not want to forget, just for you.')
		case 'collectives': return t('Collectives: pages that you write together, such as how to run the fête.')
		case 'forms': return t('Forms: registrations and questions; people answer by a link, without an account.')
		case 'polls': return t('Polls: find the day that suits most people, or vote.')
		case 'tables': return t('Tables: lists with columns, such as equipment, registrations or donations.')
		case 'maps': return t('Maps: the places that matter to you, such as where the posters hang.')
		case 'cospend': return t('Cospend: who has paid what for the trip, and who owes whom.')
		case 'news': return t('News: what the websites that you follow have published, all in one place.')
		case 'bookmarks': return t('Bookmarks: web pages that you want to find again, with the others if you like.')
		case 'announcementcenter': return t('Announcements: what the admins want everybody to know.')
		default: return ''
	}
}

/** App → what it takes the place of. Names are names in every language. */
const replaced: Record<string, string> = {
	files: 'Google Drive / Dropbox',
	photos: 'Google Photos',
	calendar: 'Google Calendar',
	contacts: 'Google Contacts',
	mail: 'Gmail',
	spreed: 'WhatsApp / Zoom',
	deck: 'Trello',
	tasks: 'Todoist',
	notes: 'Evernote',
	collectives: 'Notion',
	forms: 'Google Forms',
	polls: 'Doodle',
	tables: 'Airtable',
	maps: 'Google Maps',
	cospend: 'Tricount',
	news: 'Feedly',
	bookmarks: 'Raindrop',
}

/**
 * The line about an app.
 *
 * @param app Nextcloud's id of it
 * @param own the association's own line, null for the built-in one
 * @return its sentences; none where there is no line
 */
export function lineAbout(app: string, own: string | null): string[] {
	if (own) {
		return [own]
	}
	const tool = replaced[app]
	return [purpose(app), tool ? t('Did you use {tool} before? Here is the place for it now.', { tool }) : ''].filter((sentence) => sentence !== '')
}
