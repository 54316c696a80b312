// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run openapi`: writes openapi.json of every app. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findApps } from '../apps.ts'
import { openapi } from './document.ts'

for (const app of await findApps()) {
	writeFileSync(join(app.dir, 'openapi.json'), JSON.stringify(openapi(app.manifest, app.contract), null, '\t') + '\n')
}
