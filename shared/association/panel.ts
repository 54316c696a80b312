// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One part of the association page: empty, loading, there, or failed with a way to try again. */

import type { Translate } from '../l10n/translate.ts'
import type { Part } from './parts.ts'

import { registerLate } from '../l10n/late.ts'

/** How long to wait for a script that does not come before saying so; milliseconds. */
export const PATIENCE = 10_000

/** The element of a part and what is in it. */
export class Panel {
	private part: Part | undefined
	private opened = false
	private timer = 0

	/**
	 * @param element the app's element
	 * @param t translator to use until the app itself has come
	 */
	constructor(private readonly element: HTMLElement, private t: Translate) {}

	/**
	 * The app's script has come.
	 *
	 * @param part what it brings
	 */
	join(part: Part): void {
		if (this.part) {
			return
		}
		this.part = part
		this.t = part.t
		if (this.opened) {
			this.fill()
		}
	}

	/** The tab was opened. */
	open(): void {
		if (!this.opened) {
			this.opened = true
			this.fill()
		}
	}

	private async fill(): Promise<void> {
		this.say(this.t('Loading …'))
		if (!this.part) {
			this.timer = window.setTimeout(() => this.fail(() => location.reload()), PATIENCE)
			return
		}
		clearTimeout(this.timer)
		const inside = document.createElement('div')
		try {
			await registerLate(this.part.app, this.part.texts)
			await this.part.mount(inside)
			this.element.replaceChildren(inside)
			this.element.setAttribute('aria-busy', 'false')
		} catch {
			this.fail(() => this.fill())
		}
	}

	private fail(retry: () => void): void {
		const button = document.createElement('button')
		button.type = 'button'
		button.textContent = this.t('Try again')
		button.addEventListener('click', retry)
		this.say(this.t('This part could not be loaded. Please check your connection and try again.'), 'alert')
		this.element.setAttribute('aria-busy', 'false')
		this.element.firstElementChild?.append(document.createElement('br'), button)
	}

	private say(sentence: string, role = 'status'): void {
		const message = document.createElement('div')
		message.className = 'ensemble-part__message'
		this.element.setAttribute('aria-busy', 'true')
		this.element.replaceChildren(message)
		// A role with its text already there is not read out by every screen reader.
		const live = document.createElement('span')
		live.setAttribute('role', role)
		message.append(live)
		live.textContent = sentence
	}
}
