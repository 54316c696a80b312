// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Requests of the space's own pages, with the page's request token. */

/**
 * Sends a request as the page's reader.
 *
 * @param method HTTP method
 * @param url where
 * @param body what to send
 * @param headers more headers
 */
export function call(method: string, url: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
	return fetch(url, { method, body, headers: { requesttoken: document.head.dataset.requesttoken ?? '', Accept: 'application/json', ...headers } })
}

/**
 * A text of the page's `<template id="texts">`.
 *
 * @param key data attribute
 * @param vars values for `{name}`
 */
export function text(key: string, vars: Record<string, string> = {}): string {
	const found = document.getElementById('texts')?.dataset[key] ?? ''
	return found.replace(/\{(\w+)\}/g, (all, name: string) => vars[name] ?? all)
}

/**
 * Tells the reader what happened; screen readers hear it.
 *
 * @param message what to say
 */
export function say(message: string): void {
	const place = document.getElementById('message')
	if (place) {
		place.textContent = message
	}
}

const KEPT = 'space-message'

/**
 * Loads the page again and says something on it then.
 *
 * @param message what to say
 */
export function reload(message: string): void {
	sessionStorage.setItem(KEPT, message)
	location.reload()
}

/** Says what was kept for this page. */
export function sayKept(): void {
	const message = sessionStorage.getItem(KEPT)
	sessionStorage.removeItem(KEPT)
	if (message) {
		say(message)
	}
}
