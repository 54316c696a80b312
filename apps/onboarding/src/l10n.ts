// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The translations of the first-steps app. */

import { translator } from '@ensemble/shared/l10n/translate'

export const { t, n } = translator('ensemble_onboarding')
