// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Addresses and their parameters. */

import { expect, it } from 'vitest'
import { empty } from './reply.ts'
import { router } from './router.ts'

const handle = () => empty(200)
const find = router([
	{ method: 'GET', path: '/a/{id}', handle },
	{ method: 'POST', path: '/a/{id}', handle },
	{ method: 'GET', path: '/files/{path*}', handle },
])

it('finds addresses and decodes their parameters', () => {
	expect(find('GET', '/a/x%20y')).toEqual({ handle, params: { id: 'x y' } })
	expect(find('HEAD', '/a/1')).toEqual({ handle, params: { id: '1' } })
	expect(find('GET', '/files/a/b%2Fc')).toEqual({ handle, params: { path: 'a/b/c' } })
})

it('tells a wrong method from nothing at all', () => {
	expect(find('DELETE', '/a/1')).toBe('no-method')
	expect(find('HEAD', '/a')).toBe('none')
	expect(find('GET', '/a/1/2')).toBe('none')
	expect(find('GET', '/a/%ff')).toBe('none')
})
