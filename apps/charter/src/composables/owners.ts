// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whose charter it is, in words, and lists of versions sorted by that. */

import type { Owner } from '../../contract.ts'

import { t } from '../l10n.ts'

/** Anything that says whose it is. */
export interface Owned {
	owner: Owner
	/** Name of the host; empty for the association. */
	ownerName: string
}

/** The versions of one owner, the newest first. */
export interface OwnersVersions<V> extends Owned {
	/** Whether one of them is in force. */
	inForce: boolean
	versions: V[]
}

/**
 * Whose charter it is, as a heading.
 *
 * @param owned a charter
 * @param owned.owner whose it is
 * @param owned.ownerName name of the host
 */
export function charterOf({ owner, ownerName }: Owned): string {
	return owner === 'host' ? t('Charter of {host}, who runs this space for your association', { host: ownerName }) : t('Charter of your association')
}

/**
 * Whose charter it is, in a word or two.
 *
 * @param owned a charter
 * @param owned.owner whose it is
 * @param owned.ownerName name of the host
 */
export function nameOf({ owner, ownerName }: Owned): string {
	return owner === 'host' ? ownerName : t('Your association')
}

/**
 * Sorts versions by whose they are: the host's come first, as members meet them. The association is always there, even
 * without a version.
 *
 * @param versions the newest first
 */
export function byOwner<V extends Owned & { inForce: boolean }>(versions: readonly V[]): OwnersVersions<V>[] {
	const of = (owner: Owner): OwnersVersions<V> => {
		const own = versions.filter((version) => version.owner === owner)
		return { owner, ownerName: own[0]?.ownerName ?? '', inForce: own.some(({ inForce }) => inForce), versions: own }
	}
	return [of('host'), of('association')].filter(({ owner, versions }) => owner === 'association' || versions.length > 0)
}
