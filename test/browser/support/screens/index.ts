// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every screen of the pack. */

import type { Screen } from './screen.ts'

import { askScreens } from './ask.ts'
import { charterAdminScreens } from './charterAdmin.ts'
import { charterPageScreens } from './charterPage.ts'
import { firstStepsScreens } from './firstSteps.ts'
import { firstStepsAdminScreens } from './firstStepsAdmin.ts'
import { storageScreens } from './storage.ts'
import { storageAdminScreens } from './storageAdmin.ts'

export const screens: Screen[] = [
	...askScreens,
	...charterPageScreens,
	...charterAdminScreens,
	...storageScreens,
	...storageAdminScreens,
	...firstStepsScreens,
	...firstStepsAdminScreens,
]
