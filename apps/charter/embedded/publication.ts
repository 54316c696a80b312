// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts a version into force, whosever it is. */

import type { Space } from '@ensemble/space/embedding'
import type { Version } from '../contract.ts'

import { canonicalText } from '../src/logic/canonical.ts'
import { announce } from './messages.ts'
import { isFor, newest, putInForce, sha256, versions } from './store.ts'

/** A version before it has its place among the others. */
export type Publication = Omit<Version, 'asks' | 'hashes' | 'id' | 'number' | 'publishedAt'>

/**
 * Publishes a version: everybody it is for is asked from now on, or told in the mode `inform`. An editorial one asks
 * and tells nobody anew.
 *
 * @param space the space
 * @param publication the version; editorial only where its owner has one already
 */
export function publish(space: Space, publication: Publication): Version {
	const { owner, texts, kind } = publication
	const before = newest(space, owner)
	const id = (versions(space).at(-1)?.id ?? 0) + 1
	const version: Version = {
		...publication,
		id,
		number: (before?.number ?? 0) + 1,
		hashes: Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, sha256(canonicalText({ language, ...text }))])),
		publishedAt: space.now(),
		asks: kind === 'editorial' && before !== undefined ? before.asks : id,
	}
	versions(space).push(version)
	putInForce(space, owner, version)
	if (kind === 'substantive') {
		announce(space, version, space.accounts().filter((account) => account.enabled && isFor(version, account)))
	}
	return version
}
