// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Addresses inside Nextcloud, without its router package: the banner has no room for a library. */

declare global {
	interface Window {
		/** The folder Nextcloud lives in, as `/cloud`; '' at the top of a host. Nextcloud sets it on every page. */
		_oc_webroot?: string
	}
}

/**
 * An address below the folder Nextcloud lives in.
 *
 * @param path beginning with a slash
 */
function url(path: string): string {
	return (window._oc_webroot ?? '') + path
}

/**
 * Address of a page of an app. Works with and without "pretty URLs".
 *
 * @param path below apps/
 */
export function pageUrl(path: string): string {
	return url(`/index.php/apps/${path}`)
}

/**
 * Address of an OCS endpoint of this app.
 *
 * @param path below the app, as `/api/v1/…`
 */
export function ocsUrl(path: string): string {
	return url(`/ocs/v2.php/apps/ensemble_quota${path}`)
}

/**
 * Address that shows a file or folder in Files.
 *
 * @param id Nextcloud's file id
 */
export function fileUrl(id: number): string {
	return url(`/index.php/f/${id}`)
}

/**
 * Address of something in WebDAV.
 *
 * @param path below dav/, not encoded, as `files/odile/Photos`
 */
export function davUrl(path: string): string {
	return url(`/remote.php/dav/${path.split('/').map(encodeURIComponent).join('/')}`)
}
