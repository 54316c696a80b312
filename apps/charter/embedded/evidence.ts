// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The chain of answers as it can be exported and checked. */

import type { Space } from '@ensemble/space/embedding'
import type { Link } from '../contract.ts'
import type { Handlers } from './store.ts'

import { NO_PREVIOUS } from '../src/logic/canonical.ts'
import { verify } from '../src/logic/chain.ts'
import { answers, people, sha256, versions } from './store.ts'

export const evidence: Pick<Handlers, 'GET /api/v1/export' | 'GET /api/v1/verification'> = {
	'GET /api/v1/verification': ({ space }) => verify({ versions: versions(space), answers: links(space) }, sha256),

	'GET /api/v1/export': ({ space }) => ({
		format: 'ensemble-charter-export 1',
		exportedAt: space.now(),
		versions: versions(space),
		answers: links(space),
	}),
}

function links(space: Space): Link[] {
	const accounts = new Map(people(space).map(({ person, account }) => [person, account]))
	return answers(space).map(({ number, version, language, textHash, choice, at, person, hash, reason }, index, all) => ({
		number,
		previous: all[index - 1]?.hash ?? NO_PREVIOUS,
		version,
		language,
		textHash,
		choice,
		at,
		person,
		hash,
		account: accounts.get(person) ?? null,
		reason,
	}))
}
