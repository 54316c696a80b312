// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A tab list over elements that are already on the page (WAI-ARIA tabs pattern), in step with the address (#part). */

/**
 * Puts a tab list before the panels and shows one of them: the one in the address, or the first.
 * With a single panel there is nothing to choose, and no tab list.
 *
 * @param panels elements with data-part and data-title, in the order of the tabs
 * @param label name of the tab list for screen readers
 * @param onOpen told each time a panel is shown
 */
export function buildTabs(panels: HTMLElement[], label: string, onOpen: (part: string) => void): void {
	const list = document.createElement('div')
	list.className = 'ensemble-tabs'
	list.setAttribute('role', 'tablist')
	list.setAttribute('aria-label', label)
	const tabs = panels.map((panel) => tabFor(panel))
	list.append(...tabs)
	let shown = false

	function show(index: number) {
		shown = true
		panels.forEach((panel, i) => {
			panel.hidden = i !== index
			tabs[i]!.setAttribute('aria-selected', String(i === index))
			tabs[i]!.tabIndex = i === index ? 0 : -1
		})
		onOpen(partOf(panels[index]))
	}

	function showAddress() {
		// A part may keep its own address behind a slash: #charter/versions
		const wanted = location.hash.slice(1).split('/')[0]
		const index = panels.findIndex((panel) => partOf(panel) === wanted)
		if (index >= 0 || !shown) {
			show(Math.max(index, 0))
		}
	}

	list.addEventListener('click', (event) => {
		const index = tabs.findIndex((tab) => tab === event.target)
		if (index >= 0) {
			location.hash = partOf(panels[index])
			show(index)
		}
	})
	list.addEventListener('keydown', (event) => {
		const index = target(event, tabs.findIndex((tab) => tab === event.target), tabs.length)
		if (index !== undefined) {
			event.preventDefault()
			tabs[index]!.focus()
			// Moving along the tabs is one step in the history, not many.
			history.replaceState(history.state, '', `#${partOf(panels[index])}`)
			show(index)
		}
	})
	addEventListener('hashchange', showAddress)
	addEventListener('popstate', showAddress)

	if (panels.length > 1) {
		panels[0]!.before(list)
		panels.forEach((panel, i) => {
			panel.setAttribute('role', 'tabpanel')
			panel.setAttribute('aria-labelledby', tabs[i]!.id)
		})
	}
	if (panels.length > 0) {
		showAddress()
	}
}

function partOf(panel: HTMLElement | undefined): string {
	return panel?.dataset.part ?? ''
}

function tabFor(panel: HTMLElement): HTMLButtonElement {
	const tab = document.createElement('button')
	tab.type = 'button'
	tab.id = `ensemble-tab-${partOf(panel)}`
	tab.setAttribute('role', 'tab')
	tab.setAttribute('aria-controls', panel.id)
	tab.textContent = panel.dataset.title ?? partOf(panel)
	return tab
}

/**
 * Where a key leads.
 *
 * @param event the key
 * @param index where the focus is
 * @param count number of tabs
 * @return undefined for keys that are none of our business
 */
function target({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, index: number, count: number): number | undefined {
	if (index < 0 || ctrlKey || altKey || metaKey) {
		return undefined
	}
	// Nextcloud says it of the body alone.
	const forward = (document.body.dir || document.dir) === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
	switch (key) {
		case 'Home': return 0
		case 'End': return count - 1
		case 'ArrowLeft':
		case 'ArrowRight': return (index + (key === forward ? 1 : -1) + count) % count
		default: return undefined
	}
}
