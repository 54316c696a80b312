// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The fleet's policy of the charter app, written as the host writes it. */

import type { HostPolicy } from '../../apps/charter/contract.ts'
import type { Connection } from './connection.ts'

import { contract } from '../../apps/charter/contract.ts'

type HostCharter = NonNullable<HostPolicy['charter']>

/** A charter of the host, as a policy may have it: fields may be absent. */
export const HOST_CHARTER = {
	name: 'Les Hébergeuses 🌱',
	defaultLanguage: 'fr',
	texts: {
		fr: { title: 'Ce que nous promettons', summary: ['Sans publicité.'], body: 'Vos données restent les vôtres.' },
		en: { title: 'What we promise', summary: ['No advertising.'], body: 'Your data stay yours.' },
	},
} satisfies Partial<HostCharter>

/**
 * Writes the policy, or takes it away.
 *
 * @param server the server
 * @param policy any JSON; null = none
 * @throws when Nextcloud refuses
 */
export async function setPolicy(server: Connection, policy: object | null): Promise<void> {
	const place = [contract.app, 'fleet_policy']
	const { code, stdout, stderr } = await server.occ(policy === null ? ['config:app:delete', ...place] : ['config:app:set', ...place, '--value', JSON.stringify(policy)])
	if (code !== 0) {
		throw new Error(`the policy was not written: ${stdout}${stderr}`)
	}
}

/**
 * Writes a policy that holds a charter of the host.
 *
 * @param server the server
 * @param more other fields of the charter
 */
export function setHostCharter(server: Connection, more: Partial<HostCharter> = {}): Promise<void> {
	return setPolicy(server, { host: { charter: { ...HOST_CHARTER, ...more } } })
}
