// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes elements: what a framework would be too heavy for. Texts are always set as text, never as HTML. */

/**
 * Makes an element.
 *
 * @param tag its name
 * @param attributes its attributes
 * @param children elements and texts inside
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag)
	for (const name in attributes) {
		element.setAttribute(name, attributes[name]!)
	}
	element.append(...children)
	return element
}
