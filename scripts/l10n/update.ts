// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run l10n`: brings the translation files up to date with the sources and lists what is to be translated. */

import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findApps, root } from '../apps.ts'
import { languages, writeCatalogue } from './catalogue.ts'
import { problems, tasks } from './check.ts'

for (const task of tasks(await findApps())) {
	const empty = (key: string) => key.startsWith('_') && key.includes('_::_') ? Array<string>(languages[task.language].forms).fill('') : ''
	mkdirSync(dirname(join(root, task.file)), { recursive: true })
	task.translations = Object.fromEntries([...task.keys].map((key) => [key, task.translations[key] ?? empty(key)]))
	writeCatalogue(join(root, task.file), task.language, task.translations)
	for (const problem of problems(task)) {
		console.log(problem)
	}
}
