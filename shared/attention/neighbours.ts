// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Another app that asks members something, and only knows whether it will once its own request is back: ours waits until
 * then, and for good where it does ask, since it loads the page anew with the answer. That app is terms_of_service: its
 * script stands on every page of somebody logged in, and its dialog cannot be closed without an answer.
 */

/** For so long after its request its dialog may take to appear; milliseconds. */
export const APPEAR = 1000
/** Its script may be broken or blocked: after so long on the page it is not waited for any more; milliseconds. */
export const PATIENCE = 60_000

let asks = false

/** Whether another app asks on this page, or may be about to. Has to be called often enough to see it ask. */
export function neighbourAsks(): boolean {
	asks ||= !!document.querySelector('#terms_of_service_content')
	const request = performance.getEntriesByType('resource').find(({ name }) => name.includes('/terms_of_service/terms')) as PerformanceResourceTiming | undefined
	return asks || (!!document.querySelector('[src*="/terms_of_service/js/"]')
		&& performance.now() < (request?.responseEnd ?? PATIENCE) + APPEAR)
}
