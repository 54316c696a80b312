// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Apps hear on the page's event bus what happens to files, as from Nextcloud's Files. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tell } from './fileEvents.ts'

beforeEach(async () => {
	document.head.dataset.user = 'odile'
	Object.assign(window, { _oc_appswebroots: {}, _oc_webroot: '' })
	vi.resetModules()
	await import('./oc.ts')
})

afterEach(() => {
	vi.unstubAllGlobals()
})

/** What the page's bus offers. */
function bus() {
	return (window as typeof window & { _nc_event_bus: { getVersion(): string, subscribe(name: string, listener: (event: unknown) => void): void, unsubscribe(name: string, listener: (event: unknown) => void): void } })._nc_event_bus
}

it('a file that was sent looks like one of Nextcloud\'s nodes', () => {
	const heard = vi.fn()
	bus().subscribe('files:node:created', heard)
	tell('created', { id: 7, path: '/Photos/Été & co.jpg', size: 12, folder: false })
	expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({
		fileid: 7,
		basename: 'Été & co.jpg',
		dirname: '/Photos',
		path: '/Photos/Été & co.jpg',
		size: 12,
		type: 'file',
		owner: 'odile',
		source: expect.stringMatching(/\/remote\.php\/dav\/files\/odile\/Photos\/%C3%89t%C3%A9%20%26%20co\.jpg$/),
	}))
})

it('each kind of event has its name; a listener that fails takes nothing from the others', () => {
	const problem = vi.fn()
	vi.stubGlobal('reportError', problem)
	const heard: string[] = []
	bus().subscribe('files:node:deleted', () => {
		throw new Error('not my day')
	})
	for (const what of ['created', 'updated', 'deleted'] as const) {
		bus().subscribe(`files:node:${what}`, () => heard.push(what))
		tell(what, { id: 1, path: '/a', size: 1, folder: true })
	}
	expect(heard).toEqual(['created', 'updated', 'deleted'])
	expect(problem).toHaveBeenCalledOnce()
})

it('who has stopped listening hears nothing more', () => {
	const heard = vi.fn()
	bus().subscribe('files:node:deleted', heard)
	bus().unsubscribe('files:node:deleted', heard)
	tell('deleted', { id: 1, path: '/a', size: 1, folder: false })
	expect(heard).not.toHaveBeenCalled()
	expect(bus().getVersion()).toMatch(/^3\./)
})
