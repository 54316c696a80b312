// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Builds once more and compares with the tree that is there: the same sources must give the same bytes. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../apps.ts'
import { differences, treeHashes } from './tree.ts'

const dir = join(root, 'build/apps')
const before = treeHashes(dir)
// The same command as before: Vue's compiler writes other code in a process that is not in production mode.
const { status } = spawnSync('npx', ['vite', 'build'], { cwd: root, stdio: 'inherit' })
const after = treeHashes(dir)
const changed = differences(before, after)
for (const path of changed) {
	console.error(`differs: ${path}`)
}
console.log(`${after.size} files compared, ${changed.length} differ`)
process.exitCode = status !== 0 || changed.length > 0 || after.size === 0 ? 1 : 0
