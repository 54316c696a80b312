// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Elements and requests without a library, for what must stay small. */

declare global {
	interface Window {
		/** The folder Nextcloud lives in, as `/cloud`; '' at the top of a host. Nextcloud sets it on every page. */
		_oc_webroot?: string
	}
}

/**
 * Makes an element.
 *
 * @param tag its name
 * @param attributes its attributes
 * @param children elements and texts inside
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag)
	for (const name in attributes) {
		element.setAttribute(name, attributes[name]!)
	}
	element.append(...children)
	return element
}

/**
 * Address of a part of the page of the first steps. Works with and without "pretty URLs".
 *
 * @param part behind the #
 */
export function guideUrl(part: string): string {
	return `${window._oc_webroot ?? ''}/index.php/apps/ensemble_onboarding/#${part}`
}

/**
 * Tells the server something. Throws nothing: most callers do not wait for it.
 *
 * @param method of the request
 * @param path below the app's api
 * @param body to send
 * @return whether it was saved
 */
export async function tell(method: 'POST' | 'PUT', path: string, body: object): Promise<boolean> {
	try {
		const { ok } = await fetch(`${window._oc_webroot ?? ''}/ocs/v2.php/apps/ensemble_onboarding/api/v1/${path}`, {
			method,
			// The person may be on the way to another page.
			keepalive: true,
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'OCS-APIRequest': 'true',
				// Read late: Nextcloud renews it while the page is open.
				requesttoken: document.head.dataset.requesttoken ?? '',
			},
			body: JSON.stringify(body),
		})
		return ok
	} catch {
		return false
	}
}
