// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who is told what by which channel, by the settings and the reader's own choices. PHP: Notices\Channels. */

import type { Channels } from './notices.ts'

import { NEVER } from '../../contract.ts'

/** The settings that decide. */
export interface ChannelSettings {
	bannerFrom: number
	notificationFrom: number
	mailFrom: number
	poolAdminsFrom: number
	poolEveryoneFrom: number
	membersChoose: boolean
}

/** A member's own choices. */
export interface Choices {
	mail: boolean
	from: number | null
}

/** Levels at which admins are told that the space nears its account cap, percent. */
export const ACCOUNT_LEVELS = [90, 100] as const

/**
 * For the reader's own storage.
 *
 * @param settings the settings in force
 * @param choices what the reader chose; left aside where members may not choose
 */
export function ownChannels({ bannerFrom, notificationFrom, mailFrom, membersChoose }: ChannelSettings, choices: Choices): Channels {
	return { bannerFrom, notificationFrom, mailFrom, wantsMail: !membersChoose || choices.mail, from: membersChoose ? choices.from : null }
}

/**
 * For the space as a whole. Admins are part of everybody: the lower of the two levels counts for them.
 *
 * @param settings the settings in force
 * @param admin whether the reader is an admin
 */
export function spaceChannels(settings: ChannelSettings, admin: boolean): Channels {
	const start = Math.min(settings.poolEveryoneFrom, admin ? settings.poolAdminsFrom : NEVER)
	const later = (from: number) => Math.max(from, start)
	return { bannerFrom: later(settings.bannerFrom), notificationFrom: later(settings.notificationFrom), mailFrom: later(settings.mailFrom), wantsMail: true, from: null }
}

/** For admins, on the number of accounts: by notification and mail from the first level on, without a banner. */
export const accountChannels: Channels = { bannerFrom: NEVER, notificationFrom: ACCOUNT_LEVELS[0], mailFrom: ACCOUNT_LEVELS[0], wantsMail: true, from: null }
