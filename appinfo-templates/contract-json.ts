// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A contract as PHP reads it: lib/contract.json. */

import type { Contract } from '@ensemble/shared/contract/define'

import { messages } from '@ensemble/shared/contract/messages'
import { jsonSchema } from '@ensemble/shared/contract/validate'

/**
 * Writes a contract for lib/Shared/Contract.php.
 *
 * @param contract the contract of an app
 * @return JSON text
 */
export function contractJson(contract: Contract): string {
	const endpoints = Object.fromEntries(Object.entries(contract.endpoints).map(([key, endpoint]) => [key, {
		who: endpoint.who,
		status: endpoint.status ?? 200,
		body: endpoint.body ? jsonSchema(endpoint.body) : null,
		params: endpoint.params ? jsonSchema(endpoint.params) : null,
		errors: endpoint.errors ?? {},
	}]))
	const json = {
		app: contract.app,
		endpoints,
		settings: jsonSchema(contract.settings),
		host: contract.host ? jsonSchema(contract.host) : null,
		files: Object.fromEntries(Object.entries(contract.files ?? {}).map(([name, schema]) => [name, jsonSchema(schema)])),
		messages,
	}
	return `${JSON.stringify(json, null, '\t')}\n`
}
