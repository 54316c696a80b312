// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Personal settings, and Administration → Association with the parts of the apps. */

import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { enabled } from '../apps.ts'
import { LANGUAGES } from '../nextcloud/accounts.ts'
import { localised } from './header.ts'
import { html } from './html.ts'
import { icon } from './icons.ts'
import { userPage } from './layout.ts'

/**
 * The personal settings.
 *
 * @param world the space
 * @param reader who reads
 */
export function personalPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	const account = reader.account!
	const names = new Intl.DisplayNames([texts.language], { type: 'language' })
	return userPage(world, reader, {
		title: texts('personal.heading'),
		app: 'settings',
		navigation: true,
		modules: ['personal'],
		content: html`${navigation(reader, 'personal')}
		<main id="app-content" class="app-content settings" tabindex="-1">
			<h1>${texts('personal.heading')}</h1>
			<p id="message" class="message" role="status"></p>
			<section class="settings__section" aria-labelledby="picture-heading">
				<h2 id="picture-heading">${texts('personal.picture')}</h2>
				<div class="picture">
					<img id="picture" src="/index.php/avatar/${account.id}/512" alt="" width="96" height="96">
					<div>
						<label class="button">${icon('upload')}${texts('personal.pictureChoose')}<input class="hidden-visually" type="file" id="picture-file" accept="image/png,image/jpeg" aria-describedby="picture-hint"></label>
						${account.avatar && html`<button type="button" class="button quiet" id="picture-remove">${texts('personal.pictureRemove')}</button>`}
						<p id="picture-hint" class="hint">${texts('personal.pictureHint')}</p>
					</div>
				</div>
			</section>
			<form id="personal" class="settings__section" data-account="${account.id}">
				<p><label for="displayname">${texts('personal.name')}</label><input id="displayname" name="displayname" type="text" autocomplete="name" value="${account.name}"></p>
				<p><label for="language">${texts('personal.language')}</label><select id="language" name="language">${LANGUAGES.map((code) => html`<option value="${code}" ${code === account.language && html`selected`}>${names.of(code.replace('_', '-')) ?? code}</option>`)}</select></p>
				<p><button type="submit" class="button primary">${texts('action.save')}</button></p>
			</form>
			<template id="texts" data-saved="${texts('personal.saved')}" data-failed="${texts('personal.failed')}" data-picture="${texts('personal.pictureSaved')}" data-removed="${texts('personal.pictureRemoved')}" data-wrong="${texts('personal.pictureWrong')}"></template>
		</main>`,
	})
}

/**
 * Administration → Association: the apps' parts in their order, each filled in by the app's admin entry.
 *
 * @param world the space
 * @param reader who reads; an admin
 */
export function associationPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	const manifests = enabled(world.space, world.apps).map(({ manifest }) => manifest).sort((a, b) => a.admin.priority - b.admin.priority)
	const built = manifests.every(({ id, admin }) => existsSync(join(world.buildDir, id, 'js', `${id}-${admin.entry}.mjs`)))
	return userPage(world, reader, {
		title: texts('admin.association'),
		app: 'settings',
		navigation: true,
		scripts: manifests.map(({ id, admin }) => ({ app: id, entry: admin.entry })),
		states: manifests.flatMap(({ id, neighbours }) => neighbours === undefined ? [] : [{ app: id, key: 'neighbours', value: neighbours.filter((app) => world.space.appValue(app, 'enabled') === 'yes') }]),
		content: html`${navigation(reader, 'admin')}
		<main id="app-content" class="app-content settings" tabindex="-1">
			<h1 class="hidden-visually" id="page-heading-level-1">${texts('admin.association')}</h1>
			${!built && html`<p class="message">${texts('admin.missing')}</p>`}
			${manifests.map(({ admin }) => html`<div id="ensemble-part-${admin.part}" class="ensemble-part" data-part="${admin.part}" data-title="${localised(admin.title, reader.language)}" data-order="${admin.priority}"></div>
			`)}
		</main>`,
	})
}

function navigation({ account, texts }: Reader, active: 'admin' | 'personal'): Html {
	return html`<nav id="app-navigation" class="app-navigation" aria-label="${texts('admin.navigation')}" tabindex="-1">
			<p class="app-navigation__caption" id="navigation-personal">${texts('admin.personal')}</p>
			<ul aria-labelledby="navigation-personal"><li><a href="/settings/user" ${active === 'personal' && html`aria-current="page"`}>${icon('settings')}${texts('admin.personalInfo')}</a></li></ul>
			${account!.admin && html`<p class="app-navigation__caption" id="navigation-administration">${texts('admin.administration')}</p>
			<ul aria-labelledby="navigation-administration"><li><a href="/settings/admin/ensemble" ${active === 'admin' && html`aria-current="page"`}>${icon('association')}${texts('admin.association')}</a></li></ul>`}
		</nav>`
}
