// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is in force: the association's newest version, and the host's as far as its policy and the space want it. */

import type { Settings } from '@ensemble/shared/contract/define'
import type { Space } from '@ensemble/space/embedding'
import type { CharterContract, HostPolicy, Owner, Version } from '../contract.ts'

import { followPolicy } from './hostCharter.ts'
import { newest, notedInForce, putInForce, versionById } from './store.ts'

/** What the policy and the space say; every call of an endpoint has it. */
export interface Known {
	space: Space
	settings: Pick<Settings<CharterContract>, 'hostCharter'>
	host: HostPolicy
}

/**
 * The versions in force. What the fleet's policy has brought since the last time is published first.
 *
 * @param known the space, its settings and the policy
 */
export function inForce(known: Known): Record<Owner, Version | undefined> {
	const { space } = known
	followPolicy(known)
	putInForce(space, 'association', newest(space, 'association'))
	return { association: notedInForce(space, 'association'), host: notedInForce(space, 'host') }
}

/**
 * The version that somebody speaks of, if it is in force.
 *
 * @param known the space, its settings and the policy
 * @param id of the version that is meant
 * @param fail makes the error
 * @throws `unknown_version`; `replaced` by a newer one of its owner; `withdrawn`: the newest of its owner, but not in force
 */
export function meant(known: Known, id: number, fail: (code: 'replaced' | 'unknown_version' | 'withdrawn', field: string) => Error): Version {
	const current = inForce(known)
	const version = versionById(known.space, id)
	if (version === undefined) {
		throw fail('unknown_version', 'version')
	}
	if (newest(known.space, version.owner) !== version) {
		throw fail('replaced', 'version')
	}
	if (current[version.owner] === undefined) {
		throw fail('withdrawn', 'version')
	}
	return version
}
