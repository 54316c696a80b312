// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints and settings of the first-steps app. */

import { defineContract } from '@ensemble/shared/contract/define'
import { language, seconds, text } from '@ensemble/shared/contract/fields'
import { settingsEndpoints } from '@ensemble/shared/contract/settings'
import { z } from 'zod'

/**
 * The steps that can tell by the state of the space whether they are done, in the order they have unless somebody chooses another.
 * Where all make sense, the last one is one too many. What a person reads for each stands in src/steps.ts.
 */
export const builtInStep = z.enum(['picture', 'mail', 'upload', 'share', 'device', 'charter', 'storage', 'calendar'])
export type BuiltInStep = z.output<typeof builtInStep>

/** A step: a built-in one, or one of the association's or host's own (`own-…`), whose person says when it is done. */
export const stepId = z.string().regex(/^(picture|mail|upload|share|device|charter|storage|calendar|own-[a-z0-9]{1,20})$/)

/** Most steps that anybody is shown. */
export const MOST_STEPS = 7

/** Figures about fewer people than this would point at somebody. */
export const FEWEST_PEOPLE = 5

/** Nextcloud's id of an app. */
export const appId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)

/** Where a link leads: a page of this space (from the first slash on), a page of the web, a mail address; may be empty. */
export const address = z.string().max(500).regex(/^((https:\/\/|mailto:|\/(?!\/))[^\s<>"\\]*)?$/)

/** The words of a step. */
export const stepTexts = z.strictObject({
	title: text(1, 80),
	/** What to do, one sentence. */
	sentence: text(1, 200),
	/** What it is good for, one sentence; may be empty. */
	reason: text(0, 200),
	/** Name of the link; empty = the built-in name, or no link. */
	action: text(0, 60),
})
export type StepTexts = z.output<typeof stepTexts>

/** Whom something is for. Guests are accounts of the guests app; members are all who are neither guests nor admins. */
export const audience = z.strictObject({
	who: z.enum(['everyone', 'members', 'admins', 'guests', 'groups']),
	/** Ids of groups; empty unless `who` is `groups`. */
	groups: z.array(text(1, 64)).max(50),
})
export type Audience = z.output<typeof audience>

/** A step of the list. Its place in the list is its place on the screen. */
export const plannedStep = z.strictObject({
	id: stepId,
	audience,
	/** Language → words: those that replace the built-in ones, or those of a step of one's own, which is shown only where it has some. */
	texts: z.record(language, stepTexts),
	/** Where its link leads; empty = where the built-in step leads, or nowhere. */
	url: address,
})
export type PlannedStep = z.output<typeof plannedStep>

/** An entry of the glossary that the association or the host has added. */
export const ownWord = z.strictObject({
	word: text(1, 60),
	meaning: text(1, 400),
})

export const settings = z.strictObject({
	/** Name of the association; empty = the name the space carries (theming). */
	association: text(0, 100).default(''),
	/** Language → the association's own words of welcome, plain text; a language left out gets the built-in words. */
	welcome: z.record(language, text(1, 600)).default({}),
	/** Whom to ask for help: a name, a mail address, a place. */
	contact: text(0, 200).default(''),
	/** Where the contact can be reached: a page or a mail address; may be empty. */
	contactUrl: address.default(''),
	/** The steps, in their order. A built-in step that is left out is not shown. */
	steps: z.array(plannedStep).max(20).default(builtInStep.options.map((id) => ({ id, audience: { who: 'everyone' as const, groups: [] }, texts: {}, url: '' }))),
	/** Whether somebody's first visit to an app comes with one line that says what it is for. */
	hints: z.boolean().default(true),
	/** App → language → the association's own line; an app with no language at all (`{}`) gets none. Left out = the built-in line. */
	hintTexts: z.record(appId, z.record(language, text(1, 200))).default({}),
	/** Language → entries that are added to the glossary. */
	glossary: z.record(language, z.array(ownWord).max(30)).default({}),
})

/** What the host decides alone, by the fleet's policy. */
export const host = z.strictObject({
	/** Grows with each change of the texts, steps and hints among the policy's defaults; 0 = the host has none. Spaces that have their own are told. */
	catalogVersion: z.int().min(0).max(1_000_000).default(0),
	/** The host's community forum: language → its name; empty = none. */
	communityName: z.record(language, text(1, 80)).default({}),
	communityUrl: address.default(''),
	/** Most accounts, to warn before an import fails; 0 = not known. */
	accountCap: z.int().min(0).max(1_000_000).default(0),
})

/** `declined`: "not for me". */
export const stepState = z.enum(['open', 'done', 'declined'])
export type StepState = z.output<typeof stepState>

/** A step as one person sees it. */
export const step = z.strictObject({
	id: stepId,
	state: stepState,
	/** The words that replace the built-in ones, in the reader's language; null = the built-in ones. */
	texts: stepTexts.nullable(),
	/** Where its link leads; empty = where the built-in step leads, or nowhere. */
	url: z.string(),
})
export type Step = z.output<typeof step>

/** Whom to ask. */
export const help = z.strictObject({
	/** Name of the association. */
	association: z.string(),
	/** Whom to ask there; may be empty. */
	contact: z.string(),
	contactUrl: z.string(),
	/** The host's community forum, in the reader's language; null = none. */
	community: z.strictObject({ name: z.string(), url: z.string() }).nullable(),
})
export type Help = z.output<typeof help>

/** An app that the caller can open. */
export const openApp = z.strictObject({
	/** As in Nextcloud's navigation. */
	id: z.string(),
	name: z.string(),
	url: z.string(),
})
export type OpenApp = z.output<typeof openApp>

/** What an admin sets up, in this order. Most are ticked by the state of the space, `handover` and `icons` by hand. */
export const taskId = z.enum(['look', 'mail', 'colleague', 'people', 'waiting', 'groups', 'charter', 'storage', 'start', 'icons', 'handover'])
export type TaskId = z.output<typeof taskId>

export const task = z.strictObject({
	id: taskId,
	state: stepState,
	/** What the state was seen by, where it can be counted: accounts, admins, waiting accounts, groups; null = nothing to count. */
	count: z.int().min(0).nullable(),
})
export type Task = z.output<typeof task>

/** An app in the bar at the top, for the admin who wants fewer of them. */
export const icon = z.strictObject({
	...openApp.shape,
	/** The app that the entry belongs to. */
	app: z.string(),
	/** How many accounts have put it into an order of their own: they want it. */
	pinned: z.int().min(0),
	/** Whether Nextcloud lets admins switch the app off or give it to some groups only. */
	removable: z.boolean(),
	/** Groups that have it; empty = everybody. */
	groups: z.array(z.string()),
})
export type Icon = z.output<typeof icon>

/** Somebody to be invited, as far as the server must know. */
const candidate = z.strictObject({
	/** Login name that it would get. */
	account: text(1, 64),
	/** May be empty. */
	mail: text(0, 255),
})

/** How the list went for everybody together. Counts only. */
export const figures = z.strictObject({
	/** Accounts that have logged in at least once and are not disabled. */
	people: z.int().min(0),
	/** How many have finished the list; null where there are fewer than FEWEST_PEOPLE people. */
	finished: z.int().min(0).nullable(),
	/** Per step of the list, how many have done it, put it aside, or not yet done it; null as above. */
	steps: z.array(z.strictObject({ id: stepId, done: z.int().min(0), declined: z.int().min(0), open: z.int().min(0) })).nullable(),
})
export type Figures = z.output<typeof figures>

/** The parts of the settings that make up the host's catalog. */
export const catalog = z.strictObject({
	// Without their defaults: what the host leaves out is not in its catalog.
	welcome: settings.shape.welcome.unwrap().optional(),
	steps: settings.shape.steps.unwrap().optional(),
	hintTexts: settings.shape.hintTexts.unwrap().optional(),
	glossary: settings.shape.glossary.unwrap().optional(),
})
export type Catalog = z.input<typeof catalog>

const noSuchStep = { no_such_step: { status: 404, message: 'This step is not in your list.' } } as const

export const contract = defineContract({
	app: 'ensemble_onboarding',
	settings,
	host,
	endpoints: {
		'GET /api/v1/steps': {
			who: 'member',
			summary: 'The caller\'s first steps and which the space shows to be done.',
			response: z.strictObject({
				help,
				/** MOST_STEPS at most. */
				steps: z.array(step),
				/** Whether the person has seen that all is done, or has put the whole list away. */
				closed: z.boolean(),
			}),
		},
		'PUT /api/v1/steps/{id}': {
			who: 'member',
			summary: 'Puts a step aside ("not for me"), takes it back, or, for a step of the association\'s own, says that it is done.',
			params: z.strictObject({ id: stepId }),
			body: z.strictObject({ state: stepState }),
			response: z.strictObject({ steps: z.array(step) }),
			errors: {
				...noSuchStep,
				ticks_itself: { status: 409, message: 'This step ticks itself once it is done.' },
			},
		},
		'PUT /api/v1/closed': {
			who: 'member',
			summary: 'Puts the whole list away, or takes it out again. It stays in the user menu.',
			body: z.strictObject({ closed: z.boolean() }),
			response: z.strictObject({ closed: z.boolean() }),
		},
		'POST /api/v1/welcome': {
			who: 'member',
			summary: 'The welcome was seen; it does not come again by itself.',
			body: z.strictObject({ seen: z.literal(true) }),
			response: z.strictObject({ seen: z.literal(true) }),
		},
		'POST /api/v1/hints/{app}': {
			who: 'member',
			summary: 'The line about an app was shown; it does not come again, and no other one today.',
			params: z.strictObject({ app: appId }),
			body: z.strictObject({ seen: z.literal(true) }),
			response: z.strictObject({ seen: z.literal(true) }),
		},
		'PUT /api/v1/hints': {
			who: 'member',
			summary: 'Whether the caller wants such lines at all.',
			body: z.strictObject({ wanted: z.boolean() }),
			response: z.strictObject({ wanted: z.boolean() }),
		},
		'POST /api/v1/news': {
			who: 'member',
			summary: 'What changed in the space was read.',
			body: z.strictObject({
				/** As it came with the page. */
				version: text(1, 20),
			}),
			response: z.strictObject({ version: z.string() }),
		},
		'GET /api/v1/guide': {
			who: 'member',
			summary: 'What the pages beside the list need: whom to ask, the apps that the caller can open, words of one\'s own for the glossary in the reader\'s language.',
			response: z.strictObject({
				help,
				apps: z.array(openApp),
				glossary: z.array(ownWord),
				/** Whether the caller wants lines about apps. */
				hints: z.boolean(),
			}),
		},
		'GET /api/v1/tasks': {
			who: 'admin',
			summary: 'What there is to set up in the space, and which of it the space shows to be done.',
			response: z.strictObject({ tasks: z.array(task) }),
		},
		'PUT /api/v1/tasks/{id}': {
			who: 'admin',
			summary: 'Puts a task aside for all admins, takes it back, or says that it is done where the space cannot show it (`icons`, `handover`).',
			params: z.strictObject({ id: taskId }),
			body: z.strictObject({ state: stepState }),
			response: z.strictObject({ tasks: z.array(task) }),
			errors: { ticks_itself: { status: 409, message: 'This task ticks itself once it is done.' } },
		},
		'GET /api/v1/icons': {
			who: 'admin',
			summary: 'The apps in the bar at the top, who has put them into an order of their own (a number), and whether they can be taken away by Nextcloud\'s own means.',
			response: z.strictObject({ icons: z.array(icon) }),
		},
		'POST /api/v1/invitations/check': {
			who: 'admin',
			summary: 'Which of these login names and mail addresses are taken, and how many accounts may still be added. Nothing is created.',
			body: z.strictObject({ people: z.array(candidate).max(500) }),
			response: z.strictObject({
				/** Places in `people` whose login name is taken. */
				takenAccounts: z.array(z.int().min(0)),
				/** Places in `people` whose mail address belongs to an account. */
				takenMails: z.array(z.int().min(0)),
				/** Accounts that may still be added; null = no cap is known. */
				room: z.int().min(0).nullable(),
				/** Whether the space can send mails, as far as its settings tell. */
				mails: z.boolean(),
			}),
		},
		'GET /api/v1/figures': {
			who: 'admin',
			summary: 'How many have finished, and where people stop. Counts only, none below five people.',
			response: figures,
		},
		'GET /api/v1/catalog': {
			who: 'admin',
			summary: 'The host\'s catalog of texts, steps and hints: as it was when an admin last read about it, and as it is.',
			response: z.strictObject({
				version: z.int().min(0),
				/** Version that an admin has read about; 0 = none. */
				seenVersion: z.int().min(0),
				now: catalog,
				/** null = none was read about. */
				seen: catalog.nullable(),
			}),
		},
		'PUT /api/v1/catalog': {
			who: 'admin',
			summary: 'The changes up to a version of the catalog were read.',
			body: z.strictObject({ seenVersion: z.int().min(0).max(1_000_000) }),
			response: z.strictObject({ seenVersion: z.int().min(0) }),
			errors: { other_version: { status: 409, message: 'Your host has changed these texts again in the meantime.' } },
		},
		'GET /api/v1/metrics': {
			who: 'admin',
			summary: 'Counts without names, for the host\'s overview of all spaces.',
			response: z.strictObject({
				version: z.string(),
				at: seconds,
				catalogVersion: z.int().min(0),
				people: z.int().min(0),
				/** null where there are fewer than FEWEST_PEOPLE people. */
				finished: z.int().min(0).nullable(),
				/** How many of the admins' tasks are done, of how many. */
				tasksDone: z.int().min(0),
				tasks: z.int().min(0),
			}),
		},
		...settingsEndpoints(settings),
	},
})
export type OnboardingContract = typeof contract

/** The welcome at a first login. */
export interface PendingWelcome extends Help {
	/** The association's own words in the reader's language; empty = the built-in ones. */
	welcome: string
	/** Address of the association's logo; empty = none. */
	logo: string
}

/** What the page carries (initial state `pending`); at least one of the three is not null. */
export interface Pending {
	welcome: PendingWelcome | null
	/** The first visit to an app; `text` is the association's own line, null = the built-in one. */
	hint: { app: string, text: string | null } | null
	/** What changed in the space, once after an update of the pack: three lines at most, in the reader's language. */
	news: { version: string, lines: string[] } | null
}
