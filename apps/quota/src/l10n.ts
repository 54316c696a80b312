// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The translations of the storage app. */

import { plurals, sentences } from '@ensemble/shared/l10n/translate'

/** The app that is spoken for. */
const APP = 'ensemble_quota'

// One by one: the banner has no room for the one it does not need.
export const t = sentences(APP)
export const n = plurals(APP)
