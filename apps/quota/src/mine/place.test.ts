// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which part an address opens. */

import { expect, it } from 'vitest'
import { readPart } from './place.ts'

it.each([['', 'overview'], ['#', 'overview'], ['#overview', 'overview'], ['#room', 'room'], ['#more', 'more'], ['#notices', 'notices'], ['#nonsense', 'overview'], ['#room/1', 'overview']])('%j opens %s', (hash, part) => {
	expect(readPart(hash)).toBe(part)
})
