// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the addresses, at the top of a host and in a folder. */

import { afterEach, describe, expect, it } from 'vitest'
import { ocsUrl, pageUrl } from './links.ts'

afterEach(() => {
	window._oc_webroot = undefined
})

describe('links', () => {
	it.each([['', ''], ['/cloud', '/cloud'], [undefined, '']])('where Nextcloud lives in %j begin with %j', (root, start) => {
		window._oc_webroot = root
		expect(pageUrl('files/trashbin')).toBe(`${start}/index.php/apps/files/trashbin`)
		expect(ocsUrl('/api/v1/dismissals')).toBe(`${start}/ocs/v2.php/apps/ensemble_quota/api/v1/dismissals`)
	})
})
