// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Where "log out" leads. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { logOut } from './logOut.ts'

const assign = vi.spyOn(location, 'assign')

beforeEach(() => {
	assign.mockReset()
	document.head.dataset.requesttoken = 'a+b/c='
})
afterEach(() => {
	document.body.innerHTML = ''
})

it('where the user menu leads, whatever the login', async () => {
	const entries = { core_apps: { id: 'core_apps', href: '/apps' }, logout: { id: 'logout', href: '/index.php/apps/user_saml/saml/sls?requesttoken=x' } }
	document.body.innerHTML = `<input type="hidden" id="initial-state-core-settingsNavEntries" value="${btoa(JSON.stringify(entries))}">`
	await logOut()
	expect(assign).toHaveBeenCalledExactlyOnceWith('/index.php/apps/user_saml/saml/sls?requesttoken=x')
})

it('to Nextcloud\'s own address where the page tells of no menu', async () => {
	await logOut()
	expect(assign).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\/logout\?requesttoken=a%2Bb%2Fc%3D$/))
})
