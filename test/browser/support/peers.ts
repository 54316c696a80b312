// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Other apps that open something by themselves, on a page of ours: their real bundles where there are some (PEERS_DIR names a
 * folder of built apps; firstrunwizard comes with each server, NEXTCLOUD_DIR), stand-ins for the others. Their server is
 * this file.
 */

import type { Page, Route } from '@playwright/test'
import type { Terms } from './termsStandIn.ts'

import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { termsBundle } from './termsStandIn.ts'

type Peer = 'firstrunwizard' | 'terms_of_service'

/** What the peers know of the reader. */
export interface Peers {
	/** Left out: terms_of_service is not there. */
	terms?: Terms
	/** Whether the reader has seen the wizard; left out: firstrunwizard is not there. */
	wizard?: { seen: boolean }
}

const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp' }

/** What stands for the wizard: the element it makes, its dialog, and that the element stays, empty. */
const wizardBundle = `document.addEventListener('DOMContentLoaded', async () => {
	await new Promise((resolve) => setTimeout(resolve, 1500))
	const place = document.createElement('div')
	place.id = 'firstrunwizard'
	document.body.append(place)
	place.innerHTML = '<div role="dialog" aria-modal="true" aria-label="Nextcloud" class="modal-mask" style="position:fixed;inset:10%;z-index:9998;background:white;color:black"><button class="modal-container__close" aria-label="Close"></button></div>'
	place.querySelector('button').onclick = async () => {
		place.replaceChildren()
		await fetch('/apps/firstrunwizard/wizard', { method: 'DELETE' })
	}
})`

const PEERS: Readonly<Record<Peer, { entry: string, style: string, standIn: string }>> = {
	firstrunwizard: { entry: 'firstrunwizard-activate', style: 'firstrunwizard-style', standIn: wizardBundle },
	terms_of_service: { entry: 'terms_of_service-user', style: 'terms_of_service-user', standIn: termsBundle },
}

/**
 * The folder of a built peer.
 *
 * @param app its id
 * @return null where there is none: its stand-in is used
 */
export function peerFolder(app: Peer): string | null {
	const folders = [process.env.PEERS_DIR, join(process.env.NEXTCLOUD_DIR ?? '/var/www/nextcloud', 'apps')]
	return folders.map((folder) => join(folder ?? '', app)).find((folder) => existsSync(join(folder, 'js', `${PEERS[app].entry}.mjs`))) ?? null
}

/** Tags as Nextcloud writes them: the last ones of the head, with the page's nonce. */
function tags(peers: Peers, nonce: string): string {
	const due: Peer[] = [...peers.terms ? ['terms_of_service' as const] : [], ...peers.wizard && !peers.wizard.seen ? ['firstrunwizard' as const] : []]
	return [
		// What Nextcloud's own OC has beside what ours use.
		`<script nonce="${nonce}" type="module">Object.assign(OC, { getLanguage: () => document.documentElement.lang, getLocale: () => document.documentElement.dataset.locale, theme: OC.theme ?? { name: document.title } })</script>`,
		...due.map((app) => `<link rel="stylesheet" href="/apps/${app}/css/${PEERS[app].style}.css"><script nonce="${nonce}" type="module" src="/apps/${app}/js/${PEERS[app].entry}.mjs"></script>`),
	].join('')
}

/** Serves a file of a peer. */
async function file(route: Route, app: Peer): Promise<void> {
	const { pathname } = new URL(route.request().url())
	const inside = pathname.slice(pathname.indexOf(`/${app}/`) + app.length + 2)
	const folder = peerFolder(app)
	if (folder === null && inside === `js/${PEERS[app].entry}.mjs`) {
		return route.fulfill({ contentType: 'text/javascript', body: PEERS[app].standIn })
	}
	const path = join(folder ?? '', inside)
	return folder !== null && !inside.includes('..') && existsSync(path)
		? route.fulfill({ contentType: TYPES[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) })
		: route.fulfill({ status: 404, body: '' })
}

/**
 * Puts peers on the pages that are opened.
 *
 * @param page the page, before it is opened
 * @param path of the pages that carry them
 * @param peers what they know; kept up to date
 */
export async function withPeers(page: Page, path: string, peers: Peers): Promise<void> {
	const answer = (data: object) => ({ json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data } } })
	const slowly = () => new Promise((resolve) => setTimeout(resolve, peers.terms?.slow ?? 0))
	await page.route((url) => url.pathname === path, async (route) => {
		const response = await route.fetch()
		const html = await response.text()
		const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? ''
		await route.fulfill({ response, body: html.replace('</head>', `${tags(peers, nonce)}</head>`) })
	})
	await page.route('**/apps/firstrunwizard/**', (route) => file(route, 'firstrunwizard'))
	await page.route('**/apps/firstrunwizard/wizard', async (route) => {
		peers.wizard = { seen: true }
		await route.fulfill({ json: [] })
	})
	await page.route('**/apps/terms_of_service/**', (route) => file(route, 'terms_of_service'))
	await page.route('**/ocs/v2.php/apps/terms_of_service/terms*', async (route) => {
		await slowly()
		await route.fulfill(answer({
			terms: [{ id: 1, countryCode: '--', languageCode: 'en', body: 'Terms', renderedBody: '<p>Terms</p>' }],
			languages: { en: 'English' },
			countries: { '--': 'Global' },
			hasSigned: peers.terms!.accepted,
		}))
	})
	await page.route('**/ocs/v2.php/apps/terms_of_service/sign', async (route) => {
		await slowly()
		peers.terms!.accepted = true
		await route.fulfill(answer({}))
	})
}
