// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How the list went for everybody together, for admins and for the host. */

import type { Space } from '@ensemble/space/embedding'
import type { Figures } from '../contract.ts'
import type { Handlers, OnboardingSettings } from './store.ts'

import app from '../app.ts'
import { figuresOf } from '../src/logic/figures.ts'
import { tasksNow } from './adminTasks.ts'
import { offeredHere } from './facts.ts'
import { personOf, remembered } from './store.ts'

function figuresNow(space: Space, { steps }: OnboardingSettings): Figures {
	const people = space.accounts().filter(({ enabled, firstLogin }) => enabled && firstLogin !== null)
	return figuresOf(steps, offeredHere(space), people.map((account) => ({ person: personOf(account), ...remembered(space, account.id) })))
}

export const counting: Pick<Handlers, 'GET /api/v1/figures' | 'GET /api/v1/metrics'> = {
	'GET /api/v1/figures': ({ space, settings }) => figuresNow(space, settings),

	'GET /api/v1/metrics': ({ space, settings, host }) => {
		const { people, finished } = figuresNow(space, settings)
		const tasks = tasksNow(space)
		return {
			version: app.version,
			at: space.now(),
			catalogVersion: host.catalogVersion,
			people,
			finished,
			tasksDone: tasks.filter(({ state }) => state === 'done').length,
			tasks: tasks.length,
		}
	},
}
