// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations without plural forms: the lines about apps have no room for more. */

import { sentences } from '@ensemble/shared/l10n/translate'

export const t = sentences('ensemble_onboarding')
