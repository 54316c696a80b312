// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The words of a planned step as somebody reads them. */

import type { PlannedStep } from '../../contract.ts'
import type { StepWords } from '../steps.ts'

import { isOwn } from '../logic/plan.ts'
import { anyWords, bestWords } from '../logic/words.ts'
import { stepWords } from '../steps.ts'

/**
 * The words of a step. Built-in words are those of the page's language, whichever is asked for.
 *
 * @param step as it is planned
 * @param language Nextcloud's code of the reader
 */
export function plannedWords({ id, texts, url }: Pick<PlannedStep, 'id' | 'texts' | 'url'>, language: string): StepWords {
	return stepWords({ id, texts: isOwn(id) ? anyWords(texts, language) : bestWords(texts, language), url })
}
