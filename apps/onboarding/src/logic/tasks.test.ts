// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins set up, by the case table (which the PHP is tested with too). */

import type { StepState, TaskId } from '../../contract.ts'
import type { Marks } from './tasks.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/tasks.json' with { type: 'json' }
import { taskId } from '../../contract.ts'
import { markedTasks, tasksOf } from './tasks.ts'

describe('tasksOf', () => {
	it.each(table.tasks)('$name', ({ facts, marks, tasks }) => {
		expect(tasksOf(facts, marks as Marks)).toEqual(tasks)
	})

	it('has every task of the contract, in its order', () => {
		expect(tasksOf({ look: false, mail: false, admins: 1, people: 1, waiting: 0, groups: 0, charter: false, storage: false, start: false }, {}).map(({ id }) => id)).toEqual(taskId.options)
	})
})

describe('markedTasks', () => {
	it.each(table.changes)('$name', ({ id, state, before, after }) => {
		expect(markedTasks(id as TaskId, state as StepState, before as Marks)).toEqual(after)
	})
})
