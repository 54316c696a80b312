// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Turns an app's contract into an OpenAPI 3.1 document: its schemas are JSON Schema, so zod's own output fits as it is. */

import type { AppManifest } from '@ensemble/appinfo-templates/manifest'
import type { Caller, Contract, DeclaredError, Endpoint } from '@ensemble/shared/contract/define'

import { z } from 'zod'

type Json = { [key: string]: Json } | Json[] | boolean | number | string | null

/** Refusals by Nextcloud itself, before an endpoint is reached. */
const framework: Record<Caller, Record<string, string>> = {
	anyone: { 412: 'Neither a request token nor the header OCS-APIRequest was sent.' },
	member: { 401: 'Nobody is logged in.', 412: 'Neither a request token nor the header OCS-APIRequest was sent.' },
	admin: { 401: 'Nobody is logged in.', 403: 'The account may not administer the space.', 412: 'Neither a request token nor the header OCS-APIRequest was sent.' },
}

/**
 * The OpenAPI document of an app.
 *
 * @param manifest name, summary and version
 * @param contract the endpoints
 * @return a value to be written as JSON; the same for the same input
 */
export function openapi(manifest: AppManifest, contract: Contract): Json {
	const paths: Record<string, Record<string, Json>> = {}
	for (const [key, endpoint] of Object.entries(contract.endpoints).sort(([a], [b]) => a < b ? -1 : 1)) {
		const [method, path] = key.split(' ') as [string, string]
		const url = `/ocs/v2.php/apps/${manifest.id}${path}`
		paths[url] = { ...paths[url], [method.toLowerCase()]: operation(key, endpoint) }
	}
	return {
		openapi: '3.1.0',
		info: {
			title: manifest.id,
			version: manifest.version,
			description: manifest.summary.en,
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
		},
		components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
		security: [{ basic: [] }],
		paths,
	}
}

function operation(key: string, endpoint: Endpoint): Json {
	const errors: Record<string, DeclaredError> = endpoint.errors ?? {}
	const byStatus = new Map<number, [string, DeclaredError][]>()
	for (const [code, error] of Object.entries(errors)) {
		byStatus.set(error.status, [...byStatus.get(error.status) ?? [], [code, error]])
	}
	return {
		operationId: key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, ''),
		summary: endpoint.summary,
		tags: [endpoint.who],
		...endpoint.who === 'anyone' ? { security: [] } : {},
		parameters: [
			{ name: 'OCS-APIRequest', in: 'header', required: true, schema: { type: 'boolean', const: true } },
			...Object.entries(schema(endpoint.params)?.properties ?? {}).map(([name, of]) => ({ name, in: 'path', required: true, schema: of })),
		],
		...endpoint.body ? { requestBody: { required: true, content: { 'application/json': { schema: schema(endpoint.body)! as Json } } } } : {},
		responses: {
			[endpoint.status ?? 200]: { description: 'Done.', content: envelope(schema(endpoint.response, 'output')! as Json) },
			...endpoint.body || endpoint.params ? { 400: { description: 'invalid_request: a field is wrong; `field` is its path.', content: envelope(errorBody(['invalid_request', ...(byStatus.get(400) ?? []).map(([code]) => code)])) } } : {},
			...Object.fromEntries([...byStatus].filter(([status]) => status !== 400).map(([status, list]) => [status, {
				description: list.map(([code, { message }]) => `${code}: ${message}`).join(' '),
				content: envelope(errorBody(list.map(([code]) => code))),
			}])),
			...Object.fromEntries(Object.entries(framework[endpoint.who]).filter(([status]) => !byStatus.has(Number(status))).map(([status, description]) => [status, { description }])),
		},
	}
}

function schema(of: z.ZodType | undefined, io: 'input' | 'output' = 'input'): { properties?: Record<string, Json>, [key: string]: unknown } | undefined {
	if (!of) {
		return undefined
	}
	const document: Record<string, unknown> = z.toJSONSchema(of, { io })
	delete document.$schema
	return document as { properties?: Record<string, Json> }
}

/** Nextcloud's OCS envelope around what is answered. */
function envelope(data: Json): Json {
	const meta = {
		type: 'object',
		required: ['status', 'statuscode'],
		properties: { status: { enum: ['ok', 'failure'] }, statuscode: { type: 'integer' }, message: { type: 'string' } },
	}
	return { 'application/json': { schema: { type: 'object', required: ['ocs'], properties: { ocs: { type: 'object', required: ['meta', 'data'], properties: { meta, data } } } } } }
}

function errorBody(codes: string[]): Json {
	return {
		type: 'object',
		required: ['error', 'message'],
		properties: {
			error: { enum: codes },
			message: { type: 'string', description: 'A sentence in the language of the account.' },
			field: { type: 'string', description: 'Dotted path of the field that is wrong.' },
		},
	}
}
