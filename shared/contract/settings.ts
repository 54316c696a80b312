// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The two endpoints that every app has for its settings, and where each value comes from. */

import { z } from 'zod'
import { LOCKED } from './messages.ts'

/** Where a value comes from: built in, the host's default, the space's own choice, or locked by the host. */
export const source = z.enum(['built-in', 'fleet', 'space', 'locked'])
export type Source = z.output<typeof source>

/**
 * The settings endpoints of an app.
 *
 * @param settings schema of the settings; each field has a default
 * @return endpoints to spread into defineContract
 */
export function settingsEndpoints<S extends z.ZodObject>(settings: S) {
	const response = z.strictObject({
		/** The values in force. */
		values: z.strictObject(settings.shape as S['shape']).required(),
		/** For each field, where its value comes from. */
		sources: z.record(z.string(), source),
	})
	return {
		'GET /api/v1/settings': {
			who: 'admin',
			summary: 'The settings in force and where each comes from.',
			response,
		},
		'PUT /api/v1/settings': {
			who: 'admin',
			summary: 'Changes the space\'s own choice. Fields left out stay as they are; null goes back to the host\'s or built-in default.',
			body: choices(settings),
			response,
			errors: { locked: { status: 403, message: LOCKED } },
		},
	} as const
}

/**
 * The schema of a space's choices: every field may be absent (unchanged) or null (back to the default).
 *
 * @param settings schema of the settings
 */
export function choices<S extends z.ZodObject>(settings: S) {
	type Choices = { [K in keyof S['shape']]: z.ZodOptional<z.ZodNullable<S['shape'][K] extends z.ZodDefault<infer I> ? I : S['shape'][K]>> }
	const shape = Object.fromEntries(Object.entries(settings.shape).map(([name, field]) => {
		const inner = field instanceof z.ZodDefault ? field.unwrap() : field
		return [name, z.nullable(inner as z.ZodType).optional()]
	}))
	return z.strictObject(shape as Choices)
}
