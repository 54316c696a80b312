// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the app keeps: versions, answers, people and the draft, what of it is in force, and the questions that several endpoints ask of them. */

import type { Account, EmbeddedApp, Space } from '@ensemble/space/embedding'
import type { Answer, BroughtAnswer, CharterContract, Owner, Version } from '../contract.ts'

import { createHash, randomBytes } from 'node:crypto'
import { contract } from '../contract.ts'
import { isAsked } from '../src/logic/audience.ts'
import { bestLanguage } from '../src/logic/language.ts'

/** All handlers of the app; each file of this folder has some of them. */
export type Handlers = EmbeddedApp<CharterContract>['handlers']

/** A row of the table of answers; nobody's name stands in it. */
export interface AnswerRow extends Answer {
	/** Its place in the chain of the whole space. */
	number: number
	/** The token of the person. */
	person: string
	/** Id of the version whose answers count together with this one. */
	asks: number
	/** 0 for a person's first answer to what is asked, then 1, 2 … for each change of mind. */
	turn: number
	/** Why it was declined; no part of the hash, so that it can be deleted with the account. */
	reason: string
}

/** Who a token stands for; goes with the account. */
export interface PersonRow { person: string, account: string }

/** What somebody answered elsewhere and brought along; goes with the account. */
export interface BroughtRow { account: string, answers: BroughtAnswer[] }

export const answers = (space: Space) => space.rows<AnswerRow>(contract.app, 'answers')
export const brought = (space: Space) => space.rows<BroughtRow>(contract.app, 'brought')
export const people = (space: Space) => space.rows<PersonRow>(contract.app, 'people')
export const versions = (space: Space) => space.rows<Version>(contract.app, 'versions')

/** SHA-256 at once: a handler that stores must not wait between reading and writing. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The name of a value, of an account or of the app, that each owner of a charter has one of.
 *
 * @param name as it is for the association
 * @param owner whose
 */
export function valueOf(name: 'answered' | 'current' | 'later' | 'shown', owner: Owner): string {
	return owner === 'host' ? `${name}_host` : name
}

/** The version that an owner has published last. */
export function newest(space: Space, owner: Owner): Version | undefined {
	return versions(space).findLast((version) => version.owner === owner)
}

/** Notes what of an owner is in force. Pages read these app values, so that they need not look at the table. */
export function putInForce(space: Space, owner: Owner, version: Version | undefined): void {
	space.setAppValue(contract.app, valueOf('current', owner), version?.asks)
	space.setAppValue(contract.app, valueOf('shown', owner), version?.id)
}

/** What of an owner is in force, as it was noted last. */
export function notedInForce(space: Space, owner: Owner): Version | undefined {
	const current = Number(space.appValue(contract.app, valueOf('current', owner)) ?? 0)
	return current === 0 ? undefined : versionById(space, Number(space.appValue(contract.app, valueOf('shown', owner)) ?? 0))
}

/** A version by its id. */
export function versionById(space: Space, id: number): Version | undefined {
	return versions(space).find((version) => version.id === id)
}

/** The language in which an account reads a version best. */
export function languageFor(account: Account, version: Version): string {
	return bestLanguage(account.language, Object.keys(version.texts), version.defaultLanguage)
}

/** What has changed with a version, in the account's language; empty where nothing is said. */
export function changeNoteFor(account: Account, { changeNote, defaultLanguage }: Version): string {
	return changeNote[bestLanguage(account.language, Object.keys(changeNote), defaultLanguage)] ?? ''
}

/** Whether a version is for an account. */
export function isFor(version: Version, account: Account): boolean {
	return isAsked(version.audience, account.groups, account.guest)
}

/** The account's token, made at its first answer. */
export function personOf(space: Space, account: Account): string {
	const known = personKnown(space, account.id)
	if (known !== undefined) {
		return known
	}
	const person = randomBytes(16).toString('hex')
	people(space).push({ person, account: account.id })
	return person
}

/** The account's token, if it has one. */
export function personKnown(space: Space, account: string): string | undefined {
	return people(space).find((row) => row.account === account)?.person
}

/** The latest answer of each person to what is asked, by token. */
export function latestAnswers(space: Space, asks: number): Map<string, AnswerRow> {
	return new Map(answers(space).filter((row) => row.asks === asks).map((row) => [row.person, row]))
}

/** An account's latest answer to what is asked. */
export function latestAnswer(space: Space, account: string, asks: number): AnswerRow | undefined {
	const person = personKnown(space, account)
	return answers(space).findLast((row) => row.person === person && row.asks === asks)
}

/** What everybody may see of an answer. */
export function shown({ id, version, language, textHash, choice, at, hash }: AnswerRow): Answer {
	return { id, version, language, textHash, choice, at, hash }
}
