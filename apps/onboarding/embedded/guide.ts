// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the pages beside the list need. */

import type { Handlers } from './store.ts'

import { appsOf } from '@ensemble/space/bar'
import { anyWords } from '../src/logic/words.ts'
import { helpOf } from './help.ts'
import { storedHints } from './store.ts'

export const guide: Pick<Handlers, 'GET /api/v1/guide'> = {
	'GET /api/v1/guide': ({ space, account, settings, host }) => ({
		help: helpOf(space, settings, host, account.language),
		apps: appsOf(space, account).map(({ id, name, url }) => ({ id, name, url })),
		glossary: anyWords(settings.glossary, account.language) ?? [],
		hints: storedHints(space, account.id)?.off !== true,
	}),
}
