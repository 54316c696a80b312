// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the demo association, French and English. */

import type { CharterText } from '@ensemble/charter/contract'

import { charterEnglish } from './charterEnglish.ts'
import { charterFrench } from './charterFrench.ts'

/** Language → text. French is the association's own language. */
export const charter: Record<'en' | 'fr', CharterText> = { en: charterEnglish, fr: charterFrench }
