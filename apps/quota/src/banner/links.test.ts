// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the addresses, at the top of a host and in a folder. */

import { afterEach, describe, expect, it } from 'vitest'
import { davUrl, fileUrl, ocsUrl, pageUrl } from './links.ts'

afterEach(() => {
	window._oc_webroot = undefined
})

describe('links', () => {
	it.each([['', ''], ['/cloud', '/cloud'], [undefined, '']])('where Nextcloud lives in %j begin with %j', (root, start) => {
		window._oc_webroot = root
		expect(pageUrl('files/trashbin')).toBe(`${start}/index.php/apps/files/trashbin`)
		expect(ocsUrl('/api/v1/dismissals')).toBe(`${start}/ocs/v2.php/apps/ensemble_quota/api/v1/dismissals`)
		expect(fileUrl(7)).toBe(`${start}/index.php/f/7`)
		expect(davUrl('files/odile/Été/50 %.odt')).toBe(`${start}/remote.php/dav/files/odile/%C3%89t%C3%A9/50%20%25.odt`)
	})
})
