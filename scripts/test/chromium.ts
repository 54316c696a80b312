// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finds a Chromium for the browser tests, or installs one: Debian's package as root, Playwright's own elsewhere. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * The path of a Chromium that starts.
 *
 * @return absolute path
 * @throws Error that says what was tried
 */
export function findOrInstallChromium(): string {
	const found = find()
	if (found) {
		return found
	}
	const isRoot = process.getuid?.() === 0
	console.log(`No Chromium found; installing ${isRoot ? 'Debian\'s package' : 'Playwright\'s own'} …`)
	const steps: [string, string[]][] = isRoot && existsSync('/usr/bin/apt-get')
		? [['apt-get', ['update', '-q']], ['apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']]]
		: [['npx', ['playwright', 'install', 'chromium']]]
	for (const [command, args] of steps) {
		spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
	}
	const installed = find()
	if (!installed) {
		throw new Error(`No Chromium could be found or installed (tried: ${steps.map(([command, args]) => [command, ...args].join(' ')).join('; ')}). Set CHROMIUM to the path of one.`)
	}
	return installed
}

function find(): string | undefined {
	return [process.env.CHROMIUM, ...KNOWN, chromium.executablePath()]
		.find((path) => path && existsSync(path) && spawnSync(path, ['--version']).status === 0)
}
