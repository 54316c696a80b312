// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the built apps on a page as Nextcloud does: initial state, translations, entry. */

import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { enabled, settingsOf } from '../apps.ts'
import { hasBrowserTranslations } from '../nextcloud/translations.ts'
import { html } from './html.ts'

/** An entry of an app on a page. */
export interface Script { app: string, entry: string }

/** A value for the page, as Nextcloud's initial state. */
export interface InitialState { app: string, key: string, value: unknown }

/**
 * What the apps put on a page of a member: only those with something to say.
 *
 * @param world the space
 * @param reader who reads
 */
export function injected({ space, apps }: World, { account, path }: Reader): { scripts: Script[], states: InitialState[] } {
	const scripts: Script[] = []
	const states: InitialState[] = []
	for (const { manifest, embedded } of account === null ? [] : enabled(space, apps)) {
		const value = embedded.pending(space, account!, settingsOf(space, embedded.contract).values, path)
		if (value !== null) {
			scripts.push({ app: manifest.id, entry: manifest.injected })
			states.push({ app: manifest.id, key: 'pending', value })
		}
	}
	return { scripts, states }
}

/**
 * The inputs that carry initial state.
 *
 * @param states what to carry
 */
export function stateInputs(states: InitialState[]): Html {
	return html`<div id="initial-state-container" hidden>${states.map(({ app, key, value }) => html`<input type="hidden" id="initial-state-${app}-${key}" value="${encodeState(value)}">`)}</div>`
}

/**
 * A value as Nextcloud writes it: JSON without any character beyond ASCII, in base64.
 *
 * @param value the value
 */
export function encodeState(value: unknown): string {
	const ascii = JSON.stringify(value).replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
	return Buffer.from(ascii).toString('base64')
}

/**
 * The script tags of entries, each app's translations before them.
 *
 * @param world the space
 * @param reader who reads
 * @param scripts which entries
 */
export function scriptTags(world: World, { language, nonce }: Reader, scripts: Script[]): Html {
	const languages = [...new Set(scripts.map(({ app }) => app))].filter((app) => hasBrowserTranslations(world, app, language))
	const version = (app: string) => world.apps.find(({ manifest }) => manifest.id === app)?.manifest.version ?? ''
	return html`${languages.map((app) => html`
		<script nonce="${nonce}" defer src="/apps/${app}/l10n/${language}.js?v=${version(app)}"></script>`)}${scripts.map(({ app, entry }) => html`
		<script nonce="${nonce}" type="module" src="/apps/${app}/js/${app}-${entry}.mjs?v=${version(app)}"></script>`)}`
}
