// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes the copy of a Nextcloud server that a run works on, and repairs what a restored tree may lack. */

import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from './process.ts'

/** Where Debian's fonts-noto-core puts the fonts that Nextcloud draws avatars with. */
const DEBIAN_FONTS = '/usr/share/fonts/truetype/noto'

/**
 * Copies a server. Not hard links: the installation writes into the tree, and the original belongs to somebody else.
 *
 * @param from an unpacked Nextcloud server; only read
 * @param to a folder that does not exist yet
 */
export async function copyServer(from: string, to: string): Promise<void> {
	await must('cp', ['-a', '--reflink=auto', '--', from, to])
	// Needs a list of common passwords that a tree restored from git lacks, and refuses the plain passwords of tests.
	await rm(join(to, 'apps', 'password_policy'), { recursive: true, force: true })
	// A configuration of the original must not leak into the copy.
	await rm(join(to, 'config'), { recursive: true, force: true })
	await mkdir(join(to, 'config'))
	for (const font of ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']) {
		const target = join(to, 'core', 'fonts', font)
		const spare = join(DEBIAN_FONTS, font)
		if (!existsSync(target) && existsSync(spare)) {
			await cp(spare, target)
		}
	}
}

/**
 * Copies our built apps, so that a test may take one away without harm to the build.
 *
 * @param from build/apps
 * @param to a folder that does not exist yet
 */
export async function copyApps(from: string, to: string): Promise<void> {
	await must('cp', ['-a', '--', from, to])
}
