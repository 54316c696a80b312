// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether an app would take a policy: by the schema that the app itself declares, before any space is touched. */

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { messages } from '@ensemble/shared/contract/messages'
import { validate } from '@ensemble/shared/contract/validate'
import { policySchema } from '@ensemble/shared/settings/layers'

/** What is wrong in a policy. */
export interface PolicyFault {
	/** From the policy's beginning: `['locked', 'levels', 2]`. */
	readonly path: readonly PropertyKey[]
	/** A key that should not be there, below the path. */
	readonly key?: string
	readonly message: string
}

/** What zod says about one thing; which of the numbers is there depends on the code. */
interface Issue {
	readonly code: string
	readonly path: readonly PropertyKey[]
	readonly message: string
	readonly keys?: readonly string[]
	readonly origin?: string
	readonly minimum?: number | bigint
	readonly maximum?: number | bigint
	readonly errors?: readonly (readonly Issue[])[]
	readonly issues?: readonly Issue[]
	readonly input?: unknown
}

const contracts = [charter, onboarding, quota]
const schemas = new Map(contracts.map((contract) => [contract.app as string, policySchema(contract)]))

/** Ids of the apps that take policies. */
export const POLICY_APPS: readonly string[] = [...schemas.keys()]

/**
 * Checks the policy of an app.
 *
 * @param app its id
 * @param policy JSON
 * @return all that is wrong; nothing where the app takes it
 */
export function checkPolicy(app: string, policy: unknown): PolicyFault[] {
	const schema = schemas.get(app)
	if (schema === undefined) {
		return [{ path: [], message: `No app of ours is called "${app}"; policies are for ${POLICY_APPS.join(', ')}.` }]
	}
	// The apps' PHP has the last word, in both directions: it takes [] for {}, and refuses what is no whole number for it.
	const checked = validate(schema, policy)
	if (checked.ok) {
		return app === charter.app ? charterFaults(policy) : []
	}
	// It names the first fault only; zod names all, where it sees any.
	const result = schema.safeParse(policy, { reportInput: true })
	return result.success
		? [{ path: checked.field === '' ? [] : checked.field.split('.'), message: say(checked.keyword, checked.limit) }]
		: (result.error.issues as readonly Issue[]).flatMap((issue) => faultsOf(issue, []))
}

/** What no schema can say: the host's charter needs a text in its main language. */
function charterFaults(policy: unknown): PolicyFault[] {
	const text = charter.host.shape.charter.safeParse((policy as { host?: { charter?: unknown } }).host?.charter ?? null)
	return text.success && text.data !== null && text.data.texts[text.data.defaultLanguage] === undefined
		? [{ path: ['host', 'charter', 'defaultLanguage'], message: 'There is no text in the main language.' }]
		: []
}

function faultsOf(issue: Issue, prefix: readonly PropertyKey[]): PolicyFault[] {
	const path = [...prefix, ...issue.path]
	if (issue.code === 'unrecognized_keys') {
		return (issue.keys ?? []).map((key) => ({ path, key, message: messages.additionalProperties }))
	}
	const [meant] = issue.errors?.filter((branch) => branch.some((inner) => inner.path.length > 0)) ?? []
	if (meant !== undefined) {
		return meant.flatMap((inner) => faultsOf(inner, path))
	}
	return [{ path, message: sentenceOf(issue) }]
}

function sentenceOf({ code, origin, minimum, maximum, input, message }: Issue): string {
	const kind = origin === 'array' ? 'Items' : origin === 'string' ? 'Length' : 'imum'
	switch (code) {
		case 'too_small':
			return say(`min${kind}`, Number(minimum))
		case 'too_big':
			return say(`max${kind}`, Number(maximum))
		case 'invalid_type':
			return input === undefined ? messages.required : messages.type
		case 'invalid_value':
			return messages.enum
		case 'invalid_format':
		case 'invalid_key':
			return messages.pattern
		case 'custom':
			return messages['x-ascending']
		default:
			return message
	}
}

function say(keyword: keyof typeof messages, limit?: number): string {
	return messages[keyword].replace('{limit}', String(limit))
}
