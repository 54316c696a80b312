// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who of a list would be invited, once the space was asked which names are taken and how much room there is. Makes nothing. */

import type { Group } from './groups.ts'
import type { List, Person, Row } from './parse.ts'

import { LONGEST_GROUP, readGroups } from './groups.ts'
import { loginMaker } from './login.ts'
import { bytesOf } from './quota.ts'

/** Somebody as Nextcloud will be asked to make an account for. */
export interface Invitation {
	account: string
	name: string
	mail: string
	/** Ids; those that are to be made first among them. */
	groups: string[]
	/** As Nextcloud takes it; empty for the default. */
	quota: string
	/** Empty for the default. */
	language: string
}

/** Why somebody on the list is not invited, as the space is. */
export type Obstacle = 'big_quota' | 'no_room' | 'taken_account' | 'taken_mail' | 'unknown_group'

/** What would become of a line. */
export interface Planned {
	row: Row
	/** Null where nobody is invited: for the reason of the row, or for the obstacle. */
	invitation: Invitation | null
	obstacle: Obstacle | null
	/** Names of groups that there are not. */
	missing: string[]
	/** The login name that would have been made, had it not been taken: perhaps it is the same person. Empty where it was free. */
	instead: string
}

/** What the server says of people. */
export interface Check {
	takenAccounts: number[]
	takenMails: number[]
	room: number | null
	mails: boolean
}

/** What a plan is made from. */
export interface PlanWorld {
	groups: readonly Group[]
	/** Whether groups that there are not are made. */
	makeGroups: boolean
	/** Of those whose line has none; empty for the default. */
	language: string
	/** Which quotas can be given; `most` in bytes, null = any. */
	quotas: { unlimited: boolean, most: number | null }
	/** Asks the server; CHUNK people at most. */
	check: (people: Array<{ account: string, mail: string }>) => Promise<Check>
}

/** What would become of the list. */
export interface Plan {
	rows: Planned[]
	/** Groups that would be made. */
	newGroups: string[]
	/** Accounts that may still be added; null = no cap is known. */
	room: number | null
	/** Whether the space can send mails. */
	mails: boolean
}

/** So many people can be asked about at once. */
export const CHUNK = 500
/** So often a login name is changed until it is given up. */
const TRIES = 20

/**
 * Plans.
 *
 * @param list as it was read
 * @param world the space
 * @throws what `check` throws
 */
export async function planInvitations(list: List, world: PlanWorld): Promise<Plan> {
	const rows = list.rows.map((row) => begin(row, world))
	const wanted = rows.filter(({ invitation }) => invitation !== null)
	const answers = await ask(wanted, world)
	const maker = loginMaker()
	list.rows.forEach(({ person }) => person && maker.take(person.account))
	for (let again = answers.taken, tries = 0; again.length > 0; tries++) {
		const movable = again.filter(({ row }) => row.person?.made && tries < TRIES)
		again.filter((one) => !movable.includes(one)).forEach((one) => refuse(one, 'taken_account'))
		for (const one of movable) {
			one.instead ||= one.invitation!.account
			one.invitation!.account = maker.make(one.invitation!.name, one.invitation!.mail)
		}
		again = movable.length === 0 ? [] : (await ask(movable, world)).taken
	}
	const invited = rows.filter(({ invitation }) => invitation !== null)
	invited.slice(answers.room ?? invited.length).forEach((one) => refuse(one, 'no_room'))
	return { rows, newGroups: nameGroups(rows), room: answers.room, mails: answers.mails }
}

/** A group that is to be made has one name, as it is written first. */
function nameGroups(rows: readonly Planned[]): string[] {
	const names = new Map<string, string>()
	for (const { invitation, missing } of rows) {
		if (invitation) {
			missing.forEach((group) => names.set(group.toLocaleLowerCase(), names.get(group.toLocaleLowerCase()) ?? group))
			invitation.groups = invitation.groups.map((group) => missing.includes(group) ? names.get(group.toLocaleLowerCase())! : group)
		}
	}
	return [...names.values()]
}

function begin(row: Row, world: PlanWorld): Planned {
	const planned: Planned = { row, invitation: null, obstacle: null, missing: [], instead: '' }
	const { person } = row
	if (!person) {
		return planned
	}
	const { ids, missing } = readGroups(person.groups, world.groups)
	planned.missing = missing
	if (missing.some((group) => !world.makeGroups || Array.from(group).length > LONGEST_GROUP)) {
		return refuse(planned, 'unknown_group')
	}
	if (!isGiven(person, world)) {
		return refuse(planned, 'big_quota')
	}
	const { account, name, mail, quota } = person
	planned.invitation = { account, name, mail, groups: [...ids, ...missing], quota, language: person.language || world.language }
	return planned
}

function isGiven({ quota }: Person, { quotas }: PlanWorld): boolean {
	return quota === '' || (quota === 'none' ? quotas.unlimited : quotas.most === null || bytesOf(quota) <= quotas.most)
}

function refuse(planned: Planned, obstacle: Obstacle): Planned {
	planned.invitation = null
	planned.obstacle = obstacle
	return planned
}

/** Asks about people; who has an account already is taken out. */
async function ask(people: readonly Planned[], { check }: PlanWorld) {
	let room: number | null = null
	let mails = true
	const taken: Planned[] = []
	// Also where there is nobody: whether mails can be sent is worth knowing.
	for (let start = 0; start === 0 || start < people.length; start += CHUNK) {
		const chunk = people.slice(start, start + CHUNK)
		const answer = await check(chunk.map(({ invitation }) => ({ account: invitation!.account, mail: invitation!.mail })))
		room = answer.room
		mails = answer.mails
		const withMail = new Set(answer.takenMails)
		withMail.forEach((index) => refuse(chunk[index]!, 'taken_mail'))
		taken.push(...answer.takenAccounts.filter((index) => !withMail.has(index)).map((index) => chunk[index]!))
	}
	return { taken, room, mails }
}
