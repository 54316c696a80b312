// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The queue and another app that asks members something: one after the other, whoever is slower. */

import type * as Neighbours from './neighbours.ts'
import type * as Queue from './queue.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const LONG = 30_000
const BASE = 'https://space.example/ocs/v2.php/apps/terms_of_service'

let queue: typeof Queue
let neighbours: typeof Neighbours
let shown: number
let requests: { name: string, responseEnd: number }[]

beforeEach(async () => {
	vi.useFakeTimers({ now: 1_000_000 })
	document.body.innerHTML = ''
	Reflect.deleteProperty(window, Symbol.for('ensemble.attention/1'))
	HTMLElement.prototype.checkVisibility = () => true
	requests = []
	const start = Date.now()
	vi.stubGlobal('performance', { now: () => Date.now() - start, getEntriesByType: (type: string) => type === 'resource' ? requests : [] })
	vi.resetModules()
	queue = await import('./queue.ts')
	neighbours = await import('./neighbours.ts')
	shown = 0
})

afterEach(() => {
	vi.unstubAllGlobals()
	vi.useRealTimers()
	vi.restoreAllMocks()
})

function put(html: string): HTMLElement {
	document.body.insertAdjacentHTML('beforeend', html)
	return document.body.lastElementChild as HTMLElement
}

const putScript = () => put('<script type="text/plain" src="/custom_apps/terms_of_service/js/terms_of_service-user.mjs?v=1"></script>')
const putDialog = () => put('<div class="modal-mask"><div id="terms_of_service_content"></div></div>')
const finished = (name: string) => requests.push({ name, responseEnd: performance.now() })

function ask(): void {
	queue.requestAttention({
		id: 'charter',
		rank: 10,
		show: () => {
			shown++
		},
	})
}

it('waits for nobody where the other app is not', async () => {
	ask()
	await vi.advanceTimersByTimeAsync(queue.GRACE)
	expect(shown).toBe(1)
})

it('comes a moment after the other app has found nothing to ask', async () => {
	putScript()
	ask()
	await vi.advanceTimersByTimeAsync(LONG)
	expect(shown).toBe(0)
	finished(`${BASE}/terms`)
	await vi.advanceTimersByTimeAsync(neighbours.APPEAR - queue.LOOK)
	expect(shown).toBe(0)
	await vi.advanceTimersByTimeAsync(2 * queue.LOOK)
	expect(shown).toBe(1)
})

it('leaves the page to a dialog that comes late: the page is loaded anew after it', async () => {
	putScript()
	ask()
	await vi.advanceTimersByTimeAsync(5000)
	finished(`${BASE}/terms?x=1`)
	await vi.advanceTimersByTimeAsync(queue.LOOK)
	const dialog = putDialog()
	await vi.advanceTimersByTimeAsync(10 * LONG)
	expect(shown).toBe(0)
	dialog.remove()
	await vi.advanceTimersByTimeAsync(10 * LONG)
	expect(shown).toBe(0)
})

it('sees the dialog while something else keeps it waiting too', async () => {
	putScript()
	ask()
	finished(`${BASE}/terms`)
	const dialog = putDialog()
	const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
	await vi.advanceTimersByTimeAsync(LONG)
	dialog.remove()
	hidden.mockReturnValue(false)
	await vi.advanceTimersByTimeAsync(LONG)
	expect(shown).toBe(0)
})

it('does not wait for ever for an app that is broken or blocked', async () => {
	putScript()
	ask()
	await vi.advanceTimersByTimeAsync(neighbours.PATIENCE)
	expect(shown).toBe(0)
	await vi.advanceTimersByTimeAsync(neighbours.APPEAR + queue.LOOK)
	expect(shown).toBe(1)
})

it('takes the app\'s own files for no request', async () => {
	putScript()
	ask()
	finished('https://space.example/apps/terms_of_service/js/terms_of_service-user.mjs')
	finished('https://space.example/apps/terms_of_service/css/terms_of_service-user.css')
	await vi.advanceTimersByTimeAsync(LONG)
	expect(shown).toBe(0)
})

describe('the first-run wizard', () => {
	const putWizard = () => put('<script type="text/plain" src="/apps/firstrunwizard/js/firstrunwizard-activate.mjs?v=1"></script>')

	it('comes first, however slow its code, and ours after it was closed', async () => {
		putWizard()
		ask()
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toBe(0)
		put('<div id="firstrunwizard"><!--v-if--></div>')
		const dialog = put('<div role="dialog" id="firstrunwizard" class="modal-mask first-run-wizard"></div>')
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toBe(0)
		dialog.remove()
		await vi.advanceTimersByTimeAsync(queue.LOOK)
		expect(shown).toBe(1)
	})

	it('is not waited for where it is not due: its other script is on every page', async () => {
		put('<script type="text/plain" src="/apps/firstrunwizard/js/firstrunwizard-about.mjs?v=1"></script>')
		ask()
		await vi.advanceTimersByTimeAsync(queue.GRACE)
		expect(shown).toBe(1)
	})

	it('is not waited for for ever where its code does not arrive', async () => {
		putWizard()
		ask()
		await vi.advanceTimersByTimeAsync(neighbours.PATIENCE)
		expect(shown).toBe(0)
		await vi.advanceTimersByTimeAsync(neighbours.APPEAR + queue.LOOK)
		expect(shown).toBe(1)
	})
})

describe('a tour of intros', () => {
	const putTour = () => put('<script type="text/plain" src="/custom_apps/intros/js/intros-main.mjs"></script>')

	beforeEach(() => {
		vi.stubGlobal('innerWidth', 1200)
		vi.stubGlobal('innerHeight', 800)
	})

	it('comes first, and ours after its end', async () => {
		putTour()
		ask()
		finished('https://space.example/custom_apps/intros/data/structure/structure.json')
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toBe(0)
		finished('https://space.example/custom_apps/intros/data/fr.json')
		const tour = put('<div class="introjs-overlay"></div>')
		await vi.advanceTimersByTimeAsync(LONG)
		expect(shown).toBe(0)
		tour.remove()
		await vi.advanceTimersByTimeAsync(queue.LOOK)
		expect(shown).toBe(1)
	})

	it('is not waited for on small screens, where it does nothing', async () => {
		vi.stubGlobal('innerWidth', 375)
		putTour()
		ask()
		await vi.advanceTimersByTimeAsync(queue.GRACE)
		expect(shown).toBe(1)
	})
})
