// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether this is a bad moment to speak to the person at the page. */

/** Dialogs, ours and anybody's: Nextcloud's modals (its first-run wizard is one), native dialogs, open popovers with fields, tours. */
const DIALOGS = 'dialog[open],[role=dialog]:not([aria-modal=false]),[role=alertdialog],.modal-mask,.oc-dialog,.introjs-overlay'

/** For how many milliseconds after a key one is still typing. */
const TYPING = 2000

let lastKey = Date.now()
for (const event of ['keydown', 'input']) {
	addEventListener(event, () => {
		lastKey = Date.now()
	}, true)
}

/** Whether a dialog of anybody's can be seen. Closed ones often stay in the page, hidden. */
export function dialogIsOpen(): boolean {
	return [...document.querySelectorAll(DIALOGS)].some((dialog) => dialog.checkVisibility({ visibilityProperty: true }))
}

/** Whether the person is writing. A key in a frame (an office document) cannot be seen: there, focus is enough. */
export function isTyping(): boolean {
	let focused = document.activeElement
	while (focused?.shadowRoot?.activeElement) {
		focused = focused.shadowRoot.activeElement
	}
	if (focused?.localName === 'iframe') {
		return true
	}
	return Date.now() - lastKey < TYPING
		&& !!focused?.matches('input,textarea,select,[contenteditable]:not([contenteditable=false]),[role=textbox],[contenteditable] *')
}
