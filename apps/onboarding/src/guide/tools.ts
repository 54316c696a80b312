// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What people used before, and which app of a space takes its place. Names of products are names in every language. */

import type { OpenApp } from '../../contract.ts'

import { t } from '../l10n.ts'

/** An app that does it. */
interface Way {
	/** Nextcloud's ids of apps that do it in the same way, as `richdocuments` and `onlyoffice`. */
	apps: string[]
	/** How, in a sentence. */
	how: string
	/** Only where none of these can be opened. */
	unless?: string[]
	/** Only where one of these is enabled, even if it cannot be opened by itself. */
	needs?: string[]
}

/** Something that people do with a tool. */
export interface Kind {
	id: string
	title: string
	/** The tools. */
	names: string[]
	ways: Way[]
	/** Whether it is said, too, that a space has nothing for it. */
	expected: boolean
}

/** What a person reads: an app of their space, and how to do it there. */
export interface Found {
	app: OpenApp
	how: string
}

const OFFICE = ['office', 'richdocuments', 'onlyoffice', 'eurooffice', 'documentserver_community']

/** All kinds, in the reader's language; the most frequent first. */
export function kinds(): Kind[] {
	return [
		{
			id: 'storage',
			title: t('Keeping and sending files'),
			names: ['Google Drive', 'Dropbox', 'OneDrive', 'iCloud Drive', 'WeTransfer'],
			ways: [{ apps: ['files'], how: t('Keep them here. Instead of sending something large, share it, or send a link to it.') }],
			expected: true,
		},
		{
			id: 'documents',
			title: t('Writing texts together'),
			names: ['Google Docs', 'Microsoft Word', 'Dropbox Paper', 'Etherpad'],
			ways: [
				{ apps: OFFICE, how: t('Make a text document; several people can write in it at the same time.') },
				{ apps: ['files'], unless: OFFICE, how: t('Press “New” and choose a text; several people can write in it at the same time.') },
			],
			expected: true,
		},
		{
			id: 'sheets',
			title: t('Calculating in tables'),
			names: ['Google Sheets', 'Microsoft Excel', 'Airtable'],
			ways: [
				{ apps: OFFICE, how: t('Make a spreadsheet, for example for the budget.') },
				{ apps: ['files'], unless: OFFICE, needs: OFFICE, how: t('Press “New” and choose a spreadsheet, for example for the budget.') },
				{ apps: ['tables'], how: t('Lists with columns, such as equipment, registrations or donations.') },
			],
			expected: true,
		},
		{
			id: 'forms',
			title: t('Asking many people, taking registrations'),
			names: ['Google Forms', 'Microsoft Forms', 'Typeform', 'SurveyMonkey'],
			ways: [{ apps: ['forms'], how: t('Write your questions, send the link around, and see all answers in one table.') }],
			expected: true,
		},
		{
			id: 'polls',
			title: t('Finding a date, voting'),
			names: ['Doodle', 'StrawPoll', 'When2meet'],
			ways: [
				{ apps: ['polls'], how: t('Propose some days or answers, send the link, and see what suits most people.') },
				{ apps: ['forms'], unless: ['polls'], how: t('Ask with a form: one question, one answer for each day.') },
			],
			expected: true,
		},
		{
			id: 'kanban',
			title: t('Seeing who does what'),
			names: ['Trello', 'Asana', 'Microsoft Planner', 'monday.com'],
			ways: [{ apps: ['deck'], how: t('Write each task on a card, and move it from “to do” to “done”.') }],
			expected: true,
		},
		{
			id: 'chat',
			title: t('Chatting in groups'),
			names: ['WhatsApp', 'Slack', 'Discord', 'Messenger', 'Microsoft Teams'],
			ways: [{ apps: ['spreed'], how: t('Open a conversation for each team; files can be shown right there.') }],
			expected: true,
		},
		{
			id: 'video',
			title: t('Meeting by video'),
			names: ['Zoom', 'Google Meet', 'Skype', 'Microsoft Teams'],
			ways: [{ apps: ['spreed'], how: t('Start a call in a conversation. Guests come in by its link, without an account.') }],
			expected: true,
		},
		{
			id: 'lists',
			title: t('Lists of what to do or to buy'),
			names: ['Todoist', 'Microsoft To Do', 'Google Tasks', 'Bring!', 'Wunderlist'],
			ways: [
				{ apps: ['tasks'], how: t('Write down what is to do, with a day if you like; tick it when it is done.') },
				{ apps: ['deck'], how: t('For lists that several people work on: one card for each thing.') },
			],
			expected: true,
		},
		{
			id: 'photos',
			title: t('Showing photos'),
			names: ['Google Photos', 'iCloud Photos', 'Amazon Photos', 'Flickr'],
			ways: [
				{ apps: ['photos', 'memories'], how: t('Make an album of the fête and share it with those who were there.') },
				{ apps: ['files'], unless: ['photos', 'memories'], how: t('Put the photos into a folder and share it, or send a link to it.') },
			],
			expected: true,
		},
		{
			id: 'notes',
			title: t('Taking notes'),
			names: ['Evernote', 'OneNote', 'Google Keep', 'Apple Notes'],
			ways: [
				{ apps: ['notes'], how: t('Write down what you do not want to forget; only you see it.') },
				{ apps: ['files'], unless: ['notes'], how: t('Press “New” and choose a text file; only you see it until you share it.') },
			],
			expected: true,
		},
		{
			id: 'calendar',
			title: t('Keeping appointments'),
			names: ['Google Calendar', 'Outlook', 'iCloud'],
			ways: [{ apps: ['calendar'], how: t('One calendar for all meetings, shared with everybody; it also comes to the phone.') }],
			expected: true,
		},
		{
			id: 'addresses',
			title: t('Keeping addresses'),
			names: ['Google Contacts', 'Outlook', 'iCloud'],
			ways: [{ apps: ['contacts'], how: t('One address book that you share, instead of many lists that grow old.') }],
			expected: false,
		},
		{
			id: 'mail',
			title: t('Reading mail'),
			names: ['Gmail', 'Outlook', 'Yahoo Mail', 'Thunderbird'],
			ways: [{ apps: ['mail'], how: t('Read and write the mails of an address that you already have.') }],
			expected: false,
		},
		{
			id: 'wiki',
			title: t('Passing on what you know'),
			names: ['Notion', 'Confluence', 'Google Sites'],
			ways: [{ apps: ['collectives'], how: t('Pages that you write together, such as how to run the fête; they stay when people leave.') }],
			expected: false,
		},
		{
			id: 'expenses',
			title: t('Sharing costs'),
			names: ['Tricount', 'Splitwise'],
			ways: [{ apps: ['cospend'], how: t('Note who has paid what, and see who owes whom.') }],
			expected: false,
		},
		{
			id: 'maps',
			title: t('Marking places on a map'),
			names: ['Google Maps', 'Google My Maps'],
			ways: [{ apps: ['maps'], how: t('Mark the places that matter to you, such as where the posters hang.') }],
			expected: false,
		},
	]
}

/**
 * Where a kind of thing is done in a space.
 *
 * @param kind what is done
 * @param apps the apps the person can open
 * @param enabled ids of all apps that are enabled
 * @return empty where there is nothing for it
 */
export function waysOf(kind: Kind, apps: readonly OpenApp[], enabled: readonly string[]): Found[] {
	const opens = (ids: string[]) => ids.some((id) => apps.some((app) => app.id === id))
	return kind.ways
		.filter(({ unless, needs }) => (!unless || !opens(unless)) && (!needs || needs.some((id) => enabled.includes(id))))
		.flatMap(({ apps: ids, how }) => apps.filter(({ id }) => ids.includes(id)).map((app) => ({ app, how })))
}

/**
 * Finds what somebody used, whatever the capitals, accents and spaces.
 *
 * @param all kinds to look in
 * @param text what was typed; empty finds all
 */
export function search(all: readonly Kind[], text: string): Kind[] {
	const wanted = plain(text)
	return all.filter(({ title, names }) => [title, ...names].some((name) => plain(name).includes(wanted)))
}

function plain(text: string): string {
	return text.normalize('NFD').replaceAll(/[\p{M}\s]/gu, '').toLowerCase()
}
