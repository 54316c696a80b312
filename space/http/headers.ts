// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The headers of pages, as strict as Nextcloud's. */

/**
 * Nextcloud's content security policy for a page.
 *
 * @param nonce of the page's own scripts
 */
export function contentPolicy(nonce: string): string {
	return [
		'default-src \'none\'',
		'base-uri \'none\'',
		'manifest-src \'self\'',
		`script-src 'nonce-${nonce}'`,
		`script-src-elem 'strict-dynamic' 'nonce-${nonce}'`,
		'style-src \'self\' \'unsafe-inline\'',
		'img-src \'self\' data: blob:',
		'font-src \'self\' data:',
		'connect-src \'self\'',
		'media-src \'self\'',
		'frame-ancestors \'self\'',
		'form-action \'self\'',
	].join(';')
}

/**
 * All headers of a page.
 *
 * @param nonce of the page's own scripts
 */
export function pageHeaders(nonce: string): Record<string, string> {
	return {
		'Content-Type': 'text/html; charset=UTF-8',
		'Content-Security-Policy': contentPolicy(nonce),
		'Cache-Control': 'no-cache, no-store, must-revalidate',
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'SAMEORIGIN',
		'X-Robots-Tag': 'noindex, nofollow',
	}
}

/**
 * All headers of a page that an app makes for strangers: it loads nothing but the app's own script and style.
 */
export function publicPageHeaders(): Record<string, string> {
	return {
		'Content-Type': 'text/html; charset=UTF-8',
		'Content-Security-Policy': 'default-src \'none\'; script-src \'self\'; style-src \'self\'; img-src \'none\'; base-uri \'none\'; form-action \'none\'; frame-ancestors \'self\'',
		'Cache-Control': 'no-cache, no-store, must-revalidate',
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		'X-Robots-Tag': 'noindex, nofollow',
	}
}
