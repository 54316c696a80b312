// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The initial state is read as Nextcloud writes it. */

import { beforeEach, expect, it } from 'vitest'
import { readState } from './state.ts'

beforeEach(() => {
	document.body.innerHTML = ''
})

function put(value: string) {
	document.body.innerHTML = `<input type="hidden" id="initial-state-demo-pending" value="${value}">`
}

it('reads a value that PHP escaped', () => {
	put(btoa('{"name":"H\\u00e4ndel \\ud83c\\udfbb","list":[1,2]}'))
	expect(readState('demo', 'pending')).toEqual({ name: 'Händel 🎻', list: [1, 2] })
})

it('reads a value that is UTF-8', () => {
	put(Buffer.from('{"name":"Händel 🎻"}').toString('base64'))
	expect(readState('demo', 'pending')).toEqual({ name: 'Händel 🎻' })
})

it('is null where there is nothing', () => {
	expect(readState('demo', 'pending')).toBeNull()
})

it.each(['', '!!!', btoa('{"half":')])('is null where there is nonsense: %s', (value) => {
	put(value)
	expect(readState('demo', 'pending')).toBeNull()
})

it('is null where another element has the id', () => {
	document.body.innerHTML = '<div id="initial-state-demo-pending"></div>'
	expect(readState('demo', 'pending')).toBeNull()
})
