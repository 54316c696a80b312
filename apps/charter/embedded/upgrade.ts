// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Fills in what data files of older versions of the app lack, as the PHP's migrations do. */

import type { Space } from '@ensemble/space/embedding'
import type { Version } from '../contract.ts'
import type { AnswerRow } from './store.ts'

import { contract } from '../contract.ts'
import { newest, putInForce } from './store.ts'

/** Before 0.2.0 every version was the association's and asked everybody, and answers counted for their own version only. */
export function upgrade(space: Space): void {
	for (const version of space.rows<Partial<Version> & { id: number }>(contract.app, 'versions')) {
		Object.assign(version, { owner: 'association', ownerName: '', kind: 'substantive', mode: 'ask', deadline: null, audience: { who: 'everyone', groups: [] }, changeNote: {}, asks: version.id, ...version })
	}
	for (const answer of space.rows<Partial<AnswerRow> & { version: number }>(contract.app, 'answers')) {
		Object.assign(answer, { asks: answer.version, reason: '', ...answer })
	}
	putInForce(space, 'association', newest(space, 'association'))
}
