// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The association's advice in the reader's language. */

import { expect, it } from 'vitest'
import { adviceFor } from './advice.ts'

it.each([['fr', 'Videz la corbeille.'], ['fr_CA', 'Videz la corbeille.'], ['pt_BR', 'Esvazie a lixeira.'], ['pt', ''], ['en', '']])('in %s: "%s"', (language, advice) => {
	expect(adviceFor({ fr: 'Videz la corbeille.', pt_BR: 'Esvazie a lixeira.' }, language)).toBe(advice)
})
