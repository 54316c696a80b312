// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * For tests only: repairs the two things in happy-dom that DOMPurify needs and browsers do right. The same attacks run
 * against a real browser in test/browser.
 */

/** Call before DOMPurify is imported. */
export function repairForDOMPurify(): void {
	// Says nothing about scripts and pages that it does not load anyway.
	Object.assign(Reflect.get(window, 'happyDOM').settings, { handleDisabledFileLoadingAsSuccess: true })
	document.createNodeIterator = createNodeIterator
	// DOMPurify reads names through Node's own getter, which page content cannot replace; happy-dom's is empty.
	Object.defineProperty(Node.prototype, 'nodeName', { configurable: true, get: nodeName })
}

const NAMES: Record<number, string> = { 3: '#text', 4: '#cdata-section', 8: '#comment', 9: '#document', 11: '#document-fragment' }

function nodeName(this: Node): string {
	return this instanceof Element ? this.tagName : NAMES[this.nodeType] ?? ''
}

/**
 * Keeps its place when nodes are removed, as the DOM standard says (§6.1, removing steps); happy-dom's does not.
 *
 * @param root where to begin and end
 * @param whatToShow bits of node types
 */
function createNodeIterator(root: Node, whatToShow = -1): NodeIterator {
	const visited: Node[] = []
	const shown = (node: Node) => (whatToShow >> (node.nodeType - 1)) & 1
	function nextNode(): Node | null {
		while (visited.length > 0 && !root.contains(visited.at(-1)!)) {
			visited.pop()
		}
		let node = visited.length > 0 ? following(visited.at(-1)!, root) : root
		while (node) {
			visited.push(node)
			if (shown(node)) {
				return node
			}
			node = following(node, root)
		}
		return null
	}
	return { root, whatToShow, nextNode } as NodeIterator
}

/**
 * The next node in document order.
 *
 * @param node where one is
 * @param root where it ends
 */
function following(node: Node, root: Node): Node | null {
	if (node.firstChild) {
		return node.firstChild
	}
	let at: Node | null = node
	while (at && at !== root) {
		if (at.nextSibling) {
			return at.nextSibling
		}
		at = at.parentNode
	}
	return null
}
