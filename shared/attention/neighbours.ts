// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Other apps that open something by themselves, and only know whether they will once their own request is back. None of
 * them waits for anybody, so ours wait for them.
 * - terms_of_service: its script stands on every page of somebody logged in; its dialog cannot be closed without an
 *   answer, and the page is loaded anew with it: where it asks, ours wait for good.
 * - firstrunwizard: this script stands on the page only where the wizard is due, and puts its element there.
 * - intros: its script stands on the pages whose tour was not put away; it fetches the tour in the reader's language,
 *   after the structure of all tours, and does nothing at all on small screens.
 */

/** For so long after its request a dialog may take to appear; milliseconds. */
export const APPEAR = 1000
/** A script may be broken or blocked: after so long on the page it is not waited for any more; milliseconds. */
export const PATIENCE = 60_000

let asks = false

const find = (selector: string) => document.querySelector(selector)

/** Whether an app whose script is on the page may still be about to open something. */
function mayAsk(script: string, request: RegExp): boolean {
	const answer = performance.getEntriesByType('resource').find(({ name }) => request.test(name)) as PerformanceResourceTiming | undefined
	return !!find(`[src*="/${script}"]`) && performance.now() < (answer?.responseEnd ?? PATIENCE) + APPEAR
}

/** Whether another app asks on this page, or may be about to. Has to be called often enough to see it ask. */
export function neighbourAsks(): boolean {
	asks ||= !!find('#terms_of_service_content')
	return asks
		|| mayAsk('terms_of_service/js/', /\/terms_of_service\/terms/)
		// Its element stays there, empty, after the wizard was closed.
		|| (!find('#firstrunwizard') && mayAsk('firstrunwizard/js/firstrunwizard-activate', /^$/))
		|| (innerWidth > 799 && innerHeight > 499 && mayAsk('intros/js/', /\/intros\/data\/\w+\.json/))
}
