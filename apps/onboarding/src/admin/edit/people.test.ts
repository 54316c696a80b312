// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what each kind of people is shown in the preview. */

import type { Audience, PlannedStep } from '../../../contract.ts'

import { describe, expect, it } from 'vitest'
import { BUILT_IN_PLAN } from './builtIn.ts'
import { kinds, shownTo } from './people.ts'

const own = (id: string, who: Audience['who'], groups: string[] = []): PlannedStep => ({ id: `own-${id}`, audience: { who, groups }, texts: { en: { title: id, sentence: 'x', reason: '', action: '' } }, url: '' })
const plan = [own('m', 'members'), own('a', 'admins'), own('g', 'guests'), own('b', 'groups', ['board']), ...BUILT_IN_PLAN]

describe('the preview', () => {
	it('can be seen as each kind of people that makes a difference', () => {
		expect(kinds(plan, [{ id: 'board', name: 'Bureau' }, { id: 'choir', name: 'Choir' }]).map(({ name }) => name))
			.toEqual(['A member', 'An admin', 'A guest', 'A member of the group “Bureau”'])
	})

	it.each([
		['member', ['own-m', 'picture', 'mail', 'upload', 'share', 'device', 'charter']],
		['admin', ['own-a', 'picture', 'mail', 'upload', 'share', 'device', 'charter']],
		['guest', ['own-g', 'picture', 'mail', 'upload', 'share', 'device']],
		['group-board', ['own-m', 'own-b', 'picture', 'mail', 'upload', 'share', 'device']],
	])('shows a %s their steps, seven at most', (id, steps) => {
		const { person } = kinds(plan, []).find((kind) => kind.id === id)!
		expect(shownTo(plan, person).map((step) => step.id)).toEqual(steps)
	})
})
