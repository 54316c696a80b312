// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Administration → Association: makes tabs of the parts that our apps put on the page, and mounts a part when its tab
 * is first opened. Each app is built on its own; the first script on the page builds the tabs, the others join.
 */

import type { LateTexts } from '../l10n/late.ts'
import type { Translate } from '../l10n/translate.ts'

import { Panel } from './panel.ts'
import { buildTabs } from './tabs.ts'

import css from './parts.css?inline'

/** What an app has to say about its part. */
export interface Part {
	/** As in `data-part` of the app's element. */
	part: string
	/** Nextcloud's app id. */
	app: string
	/** Translator of the app. */
	t: Translate
	/** Translations of the screen, loaded with it. */
	texts: LateTexts
	/** Mounts the app's screen into an empty element; called when the tab is first opened, and again after a failure. */
	mount: (element: HTMLElement) => Promise<void>
}

const KEY = Symbol.for('ensemble.association/1')

declare global {
	interface Window { [KEY]?: (part: Part) => void }
}

/**
 * Joins the page of the association.
 *
 * @param part the app's part
 */
export function registerPart(part: Part): void {
	(window[KEY] ??= createPage(part.t))(part)
}

/**
 * Builds the tabs as soon as the whole page is there.
 *
 * @param t translator of the app that came first
 */
function createPage(t: Translate): (part: Part) => void {
	const panels = new Map<string, Panel>()
	const early: Part[] = []
	let built = false

	function join(part: Part) {
		if (built) {
			panels.get(part.part)?.join(part)
		} else {
			early.push(part)
		}
	}

	function build() {
		built = true
		document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
		const elements = [...document.querySelectorAll<HTMLElement>('.ensemble-part')]
			.sort((a, b) => Number(a.dataset.order) - Number(b.dataset.order))
		for (const element of elements) {
			panels.set(element.dataset.part ?? '', new Panel(element, t))
		}
		early.forEach(join)
		buildTabs(elements, t('Parts of this page'), (part) => panels.get(part)?.open())
	}

	if (document.readyState === 'loading') {
		document.addEventListener('DOMContentLoaded', build, { once: true })
	} else {
		build()
	}
	return join
}
