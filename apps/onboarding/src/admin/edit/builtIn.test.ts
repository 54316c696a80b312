// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests that the built-in steps are those of the contract. */

import { expect, it } from 'vitest'
import { builtInStep, settings } from '../../../contract.ts'
import { BUILT_IN, BUILT_IN_PLAN } from './builtIn.ts'

it('are those of the contract, in its order', () => {
	expect(BUILT_IN).toEqual(builtInStep.options)
	expect(BUILT_IN_PLAN).toEqual(settings.parse({}).steps)
})
