// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Builds once more and compares with the tree that is there: the same sources must give the same bytes. */

import { join } from 'node:path'
import { root } from '../apps.ts'
import { buildApps } from './apps.ts'
import { differences, treeHashes } from './tree.ts'

const dir = join(root, 'build/apps')
const before = treeHashes(dir)
await buildApps()
const after = treeHashes(dir)
const changed = differences(before, after)
for (const path of changed) {
	console.error(`differs: ${path}`)
}
console.log(`${after.size} files compared, ${changed.length} differ`)
process.exitCode = changed.length > 0 || after.size === 0 ? 1 : 0
