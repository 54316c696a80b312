// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an admin reads about each thing to set up: what, why, how it stands, and where it is done. */

import type { Task } from '../../../contract.ts'

import { generateUrl } from '@nextcloud/router'
import { n, t } from '../../l10n.ts'

/** A section of this page that a task leads to. */
export type TaskSection = 'icons' | 'invite'

/** The words of a task. */
export interface TaskWords {
	title: string
	/** What it is good for, one or two sentences. */
	why: string
	/** What the space shows; empty where nothing is counted. */
	found: string
	/** Name of the link; empty = there is none. */
	action: string
	/** Where it leads: an address, or a section of this page. */
	to: { url: string } | { section: TaskSection } | null
}

/** The tasks that the space cannot show to be done. */
export const BY_HAND: readonly Task['id'][] = ['icons', 'handover']

/**
 * The words of a task.
 *
 * @param task as the server tells it
 */
export function taskWords({ id, count }: Pick<Task, 'count' | 'id'>): TaskWords {
	const counted = count ?? 0
	switch (id) {
		case 'look': return {
			title: t('Give the space its name and look'),
			why: t('People then see at once that they are at home, and not on some website. A name, a logo and a colour are enough.'),
			found: '',
			action: t('Choose name, logo and colour'),
			to: { url: generateUrl('/settings/admin/theming') },
		}
		case 'mail': return {
			title: t('See to it that mails can be sent'),
			why: t('Without mails nobody can be invited, and nobody gets back in who has forgotten the password.'),
			found: '',
			action: t('Set up mails, and send a test'),
			to: { url: `${generateUrl('/settings/admin/server')}#mail_general_settings` },
		}
		case 'colleague': return {
			title: t('Be at least two admins'),
			why: t('If you are ill, travel or leave, somebody else can get in and help.'),
			found: n('There is one admin.', 'There are %n admins.', counted),
			action: t('Make somebody an admin'),
			to: { url: generateUrl('/settings/users') },
		}
		case 'people': return {
			title: t('Invite people'),
			why: t('A space lives by those who use it. Begin with a few who are curious; they will help the others.'),
			found: n('There is one account.', 'There are %n accounts.', counted),
			action: t('Invite people'),
			to: { section: 'invite' },
		}
		case 'waiting': return {
			title: t('Let in who is waiting'),
			why: t('Who signs up by themselves waits as a disabled account, until an admin enables it.'),
			found: counted === 0 ? t('Nobody is waiting.') : n('One account is disabled and was never used.', '%n accounts are disabled and were never used.', counted),
			action: t('See the disabled accounts'),
			to: { url: generateUrl('/settings/users/disabled') },
		}
		case 'groups': return {
			title: t('Make groups'),
			why: t('With a group for the board or a working group, people share with all of it at once, whoever joins or leaves.'),
			found: counted === 0 ? t('There is no group yet.') : n('There is one group beside the admins.', 'There are %n groups beside the admins.', counted),
			action: t('Make a group'),
			to: { url: generateUrl('/settings/users') },
		}
		case 'charter': return {
			title: t('Publish the charter'),
			why: t('People then know what you stand for, and say that they go along with it.'),
			found: '',
			action: t('Write the charter'),
			to: { url: '#charter' },
		}
		case 'storage': return {
			title: t('Share out the storage'),
			why: t('With a limit for each account, nobody fills the space for all the others by mistake.'),
			found: '',
			action: t('Share out the storage'),
			to: { url: '#storage' },
		}
		case 'start': return {
			title: t('Choose where people begin'),
			why: t('The app that opens after login should be one that everybody needs, such as the files.'),
			found: '',
			action: t('Choose the default app'),
			to: { url: generateUrl('/settings/admin/theming') },
		}
		case 'icons': return {
			title: t('Take away icons that nobody needs'),
			why: t('Too many icons is what newcomers complain about first. Fewer apps are learned sooner.'),
			found: '',
			action: t('See the icons'),
			to: { section: 'icons' },
		}
		case 'handover': return {
			title: t('Agree on how to hand over'),
			why: t('When somebody leaves and the account is deleted, their files and calendars go with it, unless they were handed over before.'),
			found: '',
			action: '',
			to: null,
		}
	}
}
