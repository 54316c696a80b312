// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A stand-in for the app terms_of_service on a page: it asks its server, opens its dialog late, and loads the page anew. */

import type { Page } from '@playwright/test'

const SCRIPT = '/apps/terms_of_service/js/terms_of_service-user.mjs'

/** How the stand-in behaves. */
export interface Terms {
	/** Whether the reader has accepted them already; the stand-in remembers when they do. */
	accepted: boolean
	/** Milliseconds until its server answers. */
	slow: number
}

/** Puts its script tag on every page before any script of the page runs, as Nextcloud does. */
export const termsTag = `document.addEventListener('readystatechange', () => {
	const tag = document.createElement('script')
	tag.type = 'module'
	tag.src = '${SCRIPT}'
	document.head.append(tag)
}, { once: true })`

/** What stands for its bundle: the element it makes, its request, its dialog, its answer, its reload. */
export const termsBundle = `const place = document.createElement('div')
document.body.prepend(place)
const { ocs } = await (await fetch('/ocs/v2.php/apps/terms_of_service/terms')).json()
if (!ocs.data.hasSigned) {
	place.innerHTML = '<div role="dialog" id="foreign" aria-modal="true" aria-label="Terms" class="modal-mask" style="position:fixed;inset:20%;z-index:10000;background:white;color:black"><div id="terms_of_service_content"><p>Terms</p><button>I agree</button></div></div>'
	place.querySelector('button').onclick = async () => {
		place.replaceChildren()
		await fetch('/ocs/v2.php/apps/terms_of_service/sign', { method: 'POST' })
		location.reload()
	}
}`

/**
 * Makes a page's server answer for terms_of_service.
 *
 * @param page the page, before it is opened; give it termsTag as init
 * @param terms how
 */
export async function standInForTerms(page: Page, terms: Terms): Promise<void> {
	const answer = async (data: object) => ({ json: { ocs: { meta: { status: 'ok', statuscode: 200, message: 'OK' }, data } } })
	const later = () => new Promise((resolve) => setTimeout(resolve, terms.slow))
	await page.route(`**${SCRIPT}`, (route) => route.fulfill({ contentType: 'text/javascript', body: termsBundle }))
	await page.route('**/apps/terms_of_service/terms', async (route) => {
		await later()
		await route.fulfill(await answer({ hasSigned: terms.accepted }))
	})
	await page.route('**/apps/terms_of_service/sign', async (route) => {
		await later()
		terms.accepted = true
		await route.fulfill(await answer({}))
	})
}
