// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The answers of a member as a file to keep. */

import type { MyAnswers } from '../../api/history.ts'

/**
 * Makes the content of the file.
 *
 * @param mine all answers of the member, given here and brought along
 * @param account id of the member's account
 * @param now the moment
 * @return JSON
 */
export function answersFile(mine: MyAnswers, account: string, now: Date): string {
	return JSON.stringify({
		format: 'ensemble-charter-own-answers 1',
		exportedAt: Math.floor(now.getTime() / 1000),
		account,
		answers: mine.answers,
		brought: mine.brought,
	}, null, '\t') + '\n'
}
