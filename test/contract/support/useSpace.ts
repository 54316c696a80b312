// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Opens a space for the contract tests of a file. */

import { afterAll, beforeAll } from 'vitest'
import { Space } from './space.ts'

/** A space for the tests of a file; open while they run. */
export function useSpace(): Space {
	const space = new Space()
	beforeAll(() => space.open(), 60_000)
	afterAll(() => space.close(), 60_000)
	return space
}
