// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first-steps app inside the embedded space: the same answers as lib/ gives inside Nextcloud. */

import type { OnboardingContract } from './contract.ts'

import { defineEmbedded } from '@ensemble/space/embedding'
import { contract } from './contract.ts'
import { adminTasks } from './embedded/adminTasks.ts'
import { catalogOfHost } from './embedded/catalog.ts'
import { counting } from './embedded/counting.ts'
import { guide } from './embedded/guide.ts'
import { invitations } from './embedded/invitations.ts'
import { firstLogin, pending, reading } from './embedded/pending.ts'
import { ownSteps, tick } from './embedded/steps.ts'
import { widget } from './embedded/widget.ts'

export default defineEmbedded<OnboardingContract>({
	contract,
	handlers: { ...ownSteps, ...reading, ...guide, ...adminTasks, ...invitations, ...counting, ...catalogOfHost },
	pending,
	firstLogin,
	widget,
	happened: tick,
	// Nothing to forget when an account is deleted: all that is remembered are values of the account.
})
