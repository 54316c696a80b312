// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The dashboard. */

import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { enabled, settingsOf } from '../apps.ts'
import { appsOf } from '../bar.ts'
import { amount, day } from '../l10n/texts.ts'
import { translate } from '../nextcloud/translations.ts'
import { html } from './html.ts'
import { fileIcon, icon } from './icons.ts'
import { userPage } from './layout.ts'

/**
 * The dashboard of somebody logged in.
 *
 * @param world the space
 * @param reader who reads
 */
export function dashboardPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	const account = reader.account!
	const recent = world.space.files(account.id)
		.filter((file) => file.path.startsWith('files/'))
		.sort((a, b) => b.mtime - a.mtime || a.path.localeCompare(b.path))
		.slice(0, 6)
	return userPage(world, reader, {
		title: texts('app.dashboard'),
		app: 'dashboard',
		content: html`<main id="app-content" class="app-content dashboard" tabindex="-1">
			<h1>${texts('dashboard.greeting', { name: account.name.split(' ')[0]! })}</h1>
			<div class="dashboard__panels">
				<section class="panel" aria-labelledby="shortcuts">
					<h2 id="shortcuts">${texts('dashboard.shortcuts')}</h2>
					<ul class="shortcuts">
						<li><a href="/apps/files/">${icon('folder')}<span><strong>${texts('app.files')}</strong> <span class="shortcuts__text">${texts('dashboard.filesText')}</span></span></a></li>
						${account.admin && html`<li><a href="/settings/admin/ensemble">${icon('association')}<span><strong>${texts('admin.association')}</strong> <span class="shortcuts__text">${texts('dashboard.associationText')}</span></span></a></li>`}
					</ul>
				</section>
				<section class="panel" aria-labelledby="apps">
					<h2 id="apps">${texts('dashboard.apps')}</h2>
					<ul class="menu">${appsOf(world.space, account).filter(({ id }) => id !== 'dashboard').map(({ name, url }) => html`<li><a href="${url}">${icon('association')}${name}</a></li>`)}</ul>
				</section>
				${widgets(world, reader)}
				<section class="panel" aria-labelledby="recent">
					<h2 id="recent">${texts('dashboard.recent')}</h2>
					${recent.length === 0
						? html`<p>${texts('dashboard.noRecent')}</p>`
						: html`<ul class="recent">${recent.map((file) => {
							const name = file.path.split('/').at(-1)!
							return html`<li>${fileIcon(name)}<span class="recent__name">${name}</span><span class="recent__more">${amount(texts, file.size)} · ${day(texts, file.mtime, account.timezone)}</span></li>`
						})}</ul>`}
				</section>
			</div>
		</main>`,
	})
}

/** What the apps show on the dashboard: links, without any script of theirs. */
function widgets(world: World, { account, address }: Reader): Html[] {
	return enabled(world.space, world.apps).flatMap(({ manifest: { id }, embedded }) => {
		const found = embedded.widget?.(world.space, account!, settingsOf(world.space, embedded.contract).values, (sentence, vars) => translate(world, id, account!.language, sentence, vars), address)
		return found
			? [html`<section class="panel" aria-labelledby="widget-${id}">
					<h2 id="widget-${id}">${found.title}</h2>
					<ul class="shortcuts">${found.items.map(({ title, subtitle, link }) => html`<li><a href="${link}">${icon('association')}<span><strong>${title}</strong> <span class="shortcuts__text">${subtitle}</span></span></a></li>`)}</ul>
					<p><a class="button" href="${found.button.link}">${found.button.label}</a></p>
				</section>`]
			: []
	})
}
