// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The persons one can be, with a word on what each sees. */

import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { localised } from './header.ts'
import { html } from './html.ts'

/**
 * A button for each person that can be tried. A plain form: it works before any script.
 *
 * @param world the space
 * @param reader who reads
 */
export function peopleForms(world: World, { texts, account, language }: Reader): Html {
	const people = world.people.filter(({ id }) => world.space.account(id)?.enabled)
	return html`<form method="post" action="/__space/switch"><ul class="people">
		${people.map(({ id, sees }) => html`<li><button type="submit" name="account" value="${id}" ${id === account?.id && html`aria-current="true"`}>
			<strong>${world.space.account(id)!.name}${id === account?.id && html` <span class="people__here">(${texts('people.current')})</span>`}</strong>
			<span>${localised(sees, language)}</span>
		</button></li>`)}
	</ul></form>`
}
