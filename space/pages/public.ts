// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pages that apps make for anybody: whole HTML of theirs, without session, cookie or script of the space. */

import type { SpaceApp } from '../apps.ts'
import type { Stranger } from '../embedding.ts'
import type { Route } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'

import { enabled, settingsOf } from '../apps.ts'
import { publicPageHeaders } from '../http/headers.ts'
import { hasTranslations, translate } from '../nextcloud/translations.ts'
import { errorPage } from './guest.ts'
import { readerOf } from './reader.ts'

/**
 * The address of each app's public page.
 *
 * @param world the space
 */
export function publicPages(world: World): Route[] {
	return [{
		method: 'GET',
		path: '/apps/{app}/public',
		handle: (visit, { app = '' }) => {
			const found = enabled(world.space, world.apps).find(({ manifest }) => manifest.id === app)
			if (found?.embedded.publicPage === undefined) {
				return errorPage(world, readerOf(world, visit), 404)
			}
			const { status, html } = found.embedded.publicPage(world.space, strangerOf(world, found, visit), settingsOf(world.space, found.embedded.contract).values)
			return { status, headers: publicPageHeaders(), body: html }
		},
	}]
}

function strangerOf(world: World, { manifest: { id, version } }: SpaceApp, visit: Visit): Stranger {
	return {
		asked: visit.query.get('lang') ?? '',
		accept: visit.header('Accept-Language'),
		words(languages) {
			const names = languages.flatMap((language) => [language, language.split('_')[0]!])
			const language = names.find((name) => name === 'en' || hasTranslations(world, id, name)) ?? 'en'
			return { language, text: (sentence, vars) => translate(world, id, language, sentence, vars) }
		},
		asset: (file) => `/apps/${id}/${file}?v=${version}`,
	}
}
