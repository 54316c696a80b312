// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The steps that are built in, in their order: the contract's, which no bundle loads. */

import type { BuiltInStep, PlannedStep } from '../../../contract.ts'

/** Ids. */
export const BUILT_IN: readonly BuiltInStep[] = ['picture', 'mail', 'upload', 'share', 'device', 'charter', 'storage', 'calendar']

/** The plan of a space where nobody has chosen anything. */
export const BUILT_IN_PLAN: readonly PlannedStep[] = BUILT_IN.map((id) => ({ id, audience: { who: 'everyone', groups: [] }, texts: {}, url: '' }))
