// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What every route works on. */

import type { SpaceApp } from './apps.ts'
import type { DemoPerson } from './demo/people.ts'
import type { Sessions } from './http/sessions.ts'
import type { Log } from './log.ts'
import type { EmbeddedSpace } from './state.ts'

/** The running space. */
export interface World {
	space: EmbeddedSpace
	apps: SpaceApp[]
	sessions: Sessions
	/** Folder with the built apps, one folder per id. */
	buildDir: string
	/** Persons offered in the "switch person" menu. */
	people: DemoPerson[]
	log: Log
}
