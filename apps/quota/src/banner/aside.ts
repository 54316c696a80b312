// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keeps the banner out of the way: it never lies on top of the field that a person writes in. */

/** What people write in; a frame may hold an editor. */
const WRITABLE = 'input,textarea,select,[contenteditable]:not([contenteditable=false]),iframe'

/**
 * Hides the banner while the field that has the focus lies below it.
 *
 * @param banner the banner
 * @return call it when the banner is gone
 */
export function stayAside(banner: HTMLElement): () => void {
	const look = () => {
		const field = document.activeElement
		// Not display: the banner must keep its place to be compared with.
		banner.style.visibility = field && !banner.contains(field) && field.matches(WRITABLE) && overlap(field, banner) ? 'hidden' : ''
	}
	// A frame takes the focus without a focusin: then the window loses it. Later: activeElement is set after the event.
	const soon = () => setTimeout(look)
	const events = ['focusin', 'focusout', 'blur', 'focus', 'resize']
	events.forEach((name) => addEventListener(name, soon))
	soon()
	return () => events.forEach((name) => removeEventListener(name, soon))
}

function overlap(one: Element, other: Element): boolean {
	const a = one.getBoundingClientRect()
	const b = other.getBoundingClientRect()
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
