// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a person reads when a field is wrong: one English sentence (the l10n key) per JSON Schema keyword. */

/** Keyword → sentence. `{limit}` is the schema's number. Both servers choose by keyword and translate. */
export const messages = {
	additionalProperties: 'This field is not known here.',
	enum: 'This is not one of the possible choices.',
	maximum: 'This number is too large: {limit} at most.',
	maxItems: 'There are too many entries: {limit} at most.',
	maxLength: 'This text is too long: {limit} characters at most.',
	minimum: 'This number is too small: {limit} at least.',
	minItems: 'There are too few entries. Smallest number: {limit}.',
	minLength: 'This text is too short. Smallest number of characters: {limit}.',
	pattern: 'This text has characters that are not possible here.',
	required: 'Something is missing here.',
	type: 'This is not of the kind that is expected here.',
	'x-ascending': 'Each number must be greater than the one before it.',
} as const

/** A JSON Schema keyword that can be the reason of a refusal. */
export type Keyword = keyof typeof messages

/** A refusal by the host: the value is locked for the whole fleet. */
export const LOCKED = 'Your host has set this for all spaces; it cannot be changed here.'
