// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints and settings of the first-steps app. */

import { defineContract } from '@ensemble/shared/contract/define'
import { language, text } from '@ensemble/shared/contract/fields'
import { settingsEndpoints } from '@ensemble/shared/contract/settings'
import { z } from 'zod'

/** The steps there are. What a person reads for each stands in src/steps.ts. */
export const stepId = z.enum(['picture', 'upload', 'charter'])
export type StepId = z.output<typeof stepId>

export const step = z.strictObject({
	id: stepId,
	/** Whether the space shows that it is done. */
	done: z.boolean(),
})
export type Step = z.output<typeof step>

export const settings = z.strictObject({
	/** Name of the association; empty = the name the space carries (theming). */
	association: text(0, 100).default(''),
	/** Language → the association's own words of welcome, plain text; a language left out gets the built-in words. */
	welcome: z.record(language, text(1, 600)).default({}),
	/** Whom to ask for help: a name, a mail address, a place. */
	contact: text(0, 200).default(''),
})

export const contract = defineContract({
	app: 'ensemble_onboarding',
	settings,
	endpoints: {
		'GET /api/v1/steps': {
			who: 'member',
			summary: 'The caller\'s first steps and which the space shows to be done.',
			response: z.strictObject({
				/** Name of the association. */
				association: z.string(),
				/** Whom to ask for help, may be empty. */
				contact: z.string(),
				steps: z.array(step),
			}),
		},
		'POST /api/v1/welcome': {
			who: 'member',
			summary: 'The welcome was seen; it does not come again by itself.',
			body: z.strictObject({
				seen: z.literal(true),
			}),
			response: z.strictObject({ seen: z.literal(true) }),
		},
		...settingsEndpoints(settings),
	},
})
export type OnboardingContract = typeof contract

/** What the page carries (initial state `pending`) at a first login. */
export interface PendingWelcome {
	association: string
	/** The association's own words in the reader's language; empty = the built-in ones. */
	welcome: string
	contact: string
}
