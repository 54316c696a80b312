// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The glossary: what people really ask, answered with an example from the life of an association. */

import { t } from '../l10n.ts'

/** A word. */
export interface Entry {
	/** As it stands in the address. */
	id: string
	word: string
	meaning: string
	/** From the life of an association. */
	example: string
}

/** Words that belong together. */
export interface Topic {
	id: string
	title: string
	entries: Entry[]
	/** What is asked about all of them. */
	note?: { question: string, answer: string }
}

/** People: the words that are mixed up most. */
function people(): Topic {
	return {
		id: 'people',
		title: t('People'),
		entries: [
			{
				id: 'account',
				word: t('Account'),
				meaning: t('The key to this space. It belongs to one person and has a login name and a password of its own. Those who look after the space make it.'),
				example: t('The treasurer logs in with her account and finds her files, her calendar and her messages.'),
			},
			{
				id: 'contact',
				word: t('Contact'),
				meaning: t('A card in an address book: a name, a mail address, a phone number. A contact cannot log in; it is only written down.'),
				example: t('The town hall and the printer are contacts: you write to them, but they have no place in this space.'),
			},
			{
				id: 'team',
				word: t('Team'),
				meaning: t('People who do something together. Any member can make a team in “Contacts”, and share files, calendars or boards with all of it at once.'),
				example: t('Six people prepare the fête. You share the folder “Fête” with their team, and whoever joins it later sees the folder too.'),
			},
			{
				id: 'group',
				word: t('Group'),
				meaning: t('Accounts that belong together in the association. Only admins make groups and say who is in them; they also decide which group has which app.'),
				example: t('“Board” is a group. When somebody new is elected, an admin adds their account, and they see what the board sees.'),
			},
		],
		note: {
			question: t('Can somebody be all of these?'),
			answer: t('Yes. One does not make the other, though. Ask an admin for an account or a place in a group, add the person to the team yourself, and write the contact into your address book.'),
		},
	}
}

function sharing(): Topic {
	return {
		id: 'sharing',
		title: t('Working together'),
		entries: [
			{
				id: 'share',
				word: t('Share'),
				meaning: t('To let others into a file or folder of yours. Nothing is copied: there is still only one. You decide whether they may change it, and you can end it at any time.'),
				example: t('You share the list of volunteers with the team of the fête. All of them write in the same list, and nobody asks which one is the newest.'),
			},
			{
				id: 'link',
				word: t('Link'),
				meaning: t('An address that opens a file or folder for whoever has it, even without an account. Give it a password or a last day if not everybody should get in.'),
				example: t('You send the local paper a link to the photos of the fête. When the article is out, you delete the link, and the door is closed.'),
			},
		],
	}
}

function mistakes(): Topic {
	return {
		id: 'mistakes',
		title: t('When something went wrong'),
		entries: [
			{
				id: 'trash',
				word: t('Deleted files'),
				meaning: t('Where everything goes first that you delete. You can bring it back from there. After some weeks, or when the room is needed, it is gone for good.'),
				example: t('The minutes were deleted by mistake? Open “Files”, then “Deleted files”, and press “Restore” beside them.'),
			},
			{
				id: 'version',
				word: t('Version'),
				meaning: t('How a file was before somebody changed it. Such older states are kept for a while, and you can go back to one of them.'),
				example: t('Somebody has written over the budget. Open the details of the file, choose “Versions”, and take the one of yesterday.'),
			},
		],
	}
}

function room(): Topic {
	return {
		id: 'room',
		title: t('Room and devices'),
		entries: [
			{
				id: 'quota',
				word: t('Quota'),
				meaning: t('The most that your own files may take. What others share with you counts for them. Deleted files and older versions do not count for you, but they take room in the space that you all share.'),
				example: t('With a quota of 1 GB you can keep about 300 photos from a phone, or many thousand letters.'),
			},
			{
				id: 'sync',
				word: t('Sync'),
				meaning: t('The Nextcloud app keeps the same files on your computer or phone and in this space. What changes on one side soon changes on the other. That is also true of deleting.'),
				example: t('On the train, without a connection, you correct a letter on your computer. At home it finds its way into the space by itself.'),
			},
		],
	}
}

/** All topics, in the reader's language. */
export function topics(): Topic[] {
	return [people(), sharing(), mistakes(), room()]
}
