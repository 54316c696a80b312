// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what stands in the address of the page of the first steps. */

import { expect, it } from 'vitest'
import { readPlace } from './place.ts'

it.each([
	['', 'steps', ''],
	['#steps', 'steps', ''],
	['#before', 'before', ''],
	['#words', 'words', ''],
	['#words/quota', 'words', 'quota'],
	['#words/"]', 'words', ''],
	['#help', 'help', ''],
	['#help/quota', 'help', ''],
	['#nonsense', 'steps', ''],
])('reads %j', (hash, part, entry) => {
	expect(readPlace(hash)).toEqual({ part, entry })
})
