// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How much still fits into the folder that is open. Nextcloud knows it also for team folders and for what others share. */

import { davUrl } from '../banner/links.ts'

const ASK = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><quota-available-bytes/></prop></propfind>'

/** Room in the folder that the address names, bytes; Infinity where there is no limit, or where it is not known. */
export async function room(): Promise<number> {
	try {
		const dir = new URLSearchParams(location.search).get('dir') ?? '/'
		const answer = await fetch(davUrl(`files/${document.head.dataset.user ?? ''}${dir}`), {
			method: 'PROPFIND',
			headers: { Depth: '0', 'Content-Type': 'application/xml', 'OCS-APIRequest': 'true', 'X-Requested-With': 'XMLHttpRequest' },
			body: ASK,
		})
		const [, bytes] = /quota-available-bytes>(\d+)</.exec(await answer.text()) ?? []
		// Without a limit the number is negative.
		return bytes === undefined ? Infinity : Number(bytes)
	} catch {
		return Infinity
	}
}
