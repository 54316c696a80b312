// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The header's menus: close by Escape and by a click elsewhere, one at a time; and the switch of appearance. */

import { call } from './call.ts'

const menus = [...document.querySelectorAll<HTMLDetailsElement>('details.header-menu')]

for (const menu of menus) {
	menu.addEventListener('toggle', () => {
		if (menu.open) {
			menus.filter((other) => other !== menu).forEach((other) => {
				other.open = false
			})
		}
	})
	menu.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && menu.open) {
			menu.open = false
			menu.querySelector('summary')?.focus()
		}
	})
	menu.addEventListener('focusout', ({ relatedTarget }) => {
		if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) {
			menu.open = false
		}
	})
}

document.addEventListener('click', ({ target }) => {
	for (const menu of menus) {
		if (target instanceof Node && !menu.contains(target)) {
			menu.open = false
		}
	}
})

const themes = [...document.querySelectorAll<HTMLButtonElement>('button[data-theme]')]
for (const button of themes) {
	button.addEventListener('click', () => {
		const theme = button.dataset.theme ?? 'default'
		// A font stays beside the colours.
		const fonts = (document.body.dataset.themes ?? '').split(',').filter((one) => one === 'opendyslexic')
		for (const name of document.body.getAttributeNames().filter((one) => one.startsWith('data-theme-'))) {
			document.body.removeAttribute(name)
		}
		for (const one of [theme, ...fonts]) {
			document.body.setAttribute(`data-theme-${one}`, '')
		}
		document.body.dataset.themes = [theme, ...fonts].join(',')
		themes.forEach((other) => other.setAttribute('aria-pressed', String(other === button)))
		call('POST', '/__space/theme', new URLSearchParams({ theme })).catch(() => {
			// The choice holds for this page; there is nothing to repair.
		})
	})
}
