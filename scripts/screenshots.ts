// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run screenshots`: makes the pictures of docs/images/ from the embedded space with its demo association. Build first.
 * Names after `--` make these only; ENSEMBLE_APPS_DIR takes other built apps than build/apps.
 */

import type { Browser } from 'playwright'
import type { Shot } from './screenshots/shot.ts'

import { startSpace } from '@ensemble/space/server'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { root } from './apps.ts'
import { firstSteps } from './screenshots/firstSteps.ts'
import { shots } from './screenshots/shots.ts'
import { findOrInstallChromium } from './test/chromium.ts'

/** The day the pictures are taken on: the same picture from the same sources. */
const TODAY = Date.UTC(2026, 10, 22, 9, 30)
/** Some pictures show the address of the space. */
const PORT = 8480

async function shoot(browser: Browser, url: string, folder: string, { name, person, path, height = 800, ready }: Shot): Promise<void> {
	const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height }, colorScheme: 'light', reducedMotion: 'reduce' })
	const page = await context.newPage()
	if (person !== undefined) {
		await page.request.post('/__space/switch', { form: { account: person } })
	}
	await page.goto(path)
	await ready(page)
	await page.waitForLoadState('networkidle')
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
	await context.close()
	console.log(`docs/images/${name}.png`)
}

const wanted = process.argv.slice(2)
const folder = join(root, 'docs/images')
mkdirSync(folder, { recursive: true })
const space = await startSpace({ port: PORT, seed: 'demo', buildDir: process.env.ENSEMBLE_APPS_DIR || undefined, now: () => TODAY / 1000 })
for (const account of space.space.accounts()) {
	account.language = 'en'
}
space.space.setAppValue('ensemble_charter', 'settings', { publicPage: true })
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
	for (const shot of [...shots, ...firstSteps].filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
		await shoot(browser, space.url, folder, shot)
	}
} finally {
	await browser.close()
	await space.close()
}
