// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the apps: each contract served by its handlers, its settings by this file. */

import type { Contract, Endpoint, EndpointKey, ErrorBody } from '@ensemble/shared/contract/define'
import type { SpaceApp } from '../apps.ts'
import type { Account, SettingsKey } from '../embedding.ts'
import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'
import type { OcsResult } from './ocs.ts'

import { messages } from '@ensemble/shared/contract/messages'
import { readBody, validate, validateParams } from '@ensemble/shared/contract/validate'
import { changeSettings } from '@ensemble/shared/settings/layers'
import { settingsLayers, settingsOf } from '../apps.ts'
import { ocs, OcsFailure } from './ocs.ts'
import { translate } from './translations.ts'

/** An error that the contract declares, thrown by a handler. */
class DeclaredFailure extends Error {
	constructor(readonly code: string, readonly field: string | undefined) {
		super(code)
	}
}

/**
 * A route for each endpoint of each app.
 *
 * @param world the space
 */
export function appRoutes(world: World): Route[] {
	return world.apps.flatMap((app) => Object.entries(app.embedded.contract.endpoints).map(([key, endpoint]) => {
		const [method = '', path = ''] = key.split(' ', 2)
		return {
			method,
			path: `/ocs/v2.php/apps/${app.manifest.id}${path}`,
			handle: ocs(endpoint.who, async ({ visit, params, account }) => {
				if (!world.space.appEnabled(app.manifest.id)) {
					throw new OcsFailure(412, 'App is not enabled')
				}
				const text = (sentence: string, vars?: Record<string, number | string>) => translate(world, app.manifest.id, account?.language ?? 'en', sentence, vars)
				const call: EndpointCall = {
					app,
					key: key as EndpointKey,
					endpoint,
					account,
					params: checked(endpoint.params && validateParams(endpoint.params, params), text),
					body: checked(endpoint.body && validate(endpoint.body, readBody(await visit.bytes())), text),
				}
				try {
					return await answer(world, call)
				} catch (error) {
					if (error instanceof DeclaredFailure) {
						throw refusal(endpoint, error, text)
					}
					throw error
				}
			}),
		}
	}))
}

interface EndpointCall {
	app: SpaceApp
	key: EndpointKey
	endpoint: Endpoint
	account: Account | null
	params: Record<string, unknown>
	body: Record<string, unknown>
}

type Text = (sentence: string, vars?: Record<string, number | string>) => string

/** The value of a check; a refusal is an `invalid_request`. */
function checked(result: ReturnType<typeof validate> | undefined, text: Text): Record<string, unknown> {
	if (result === undefined) {
		return {}
	}
	if (!result.ok) {
		const message = text(messages[result.keyword], result.limit === undefined ? {} : { limit: result.limit })
		throw new OcsFailure(400, message, { error: 'invalid_request', message, ...result.field && { field: result.field } } satisfies ErrorBody)
	}
	return result.value as Record<string, unknown>
}

function refusal(endpoint: Endpoint, { code, field }: DeclaredFailure, text: Text): OcsFailure {
	const declared = endpoint.errors?.[code]
	if (declared === undefined) {
		throw new Error(`The contract does not declare the error "${code}"`)
	}
	const message = text(declared.message)
	return new OcsFailure(declared.status, message, { error: code, message, ...field && { field } } satisfies ErrorBody)
}

async function answer(world: World, { app, key, endpoint, account, params, body }: EndpointCall): Promise<OcsResult> {
	const { contract, handlers } = app.embedded
	const fail = (code: string, field?: string) => new DeclaredFailure(code, field)
	if (isSettings(key)) {
		return { data: key === 'PUT /api/v1/settings' ? putSettings(world, contract, body, fail) : shownSettings(world, contract) }
	}
	if (account === null) {
		throw new Error(`${key} is open to anyone, but a handler needs an account`)
	}
	const handler = handlers[key]
	if (handler === undefined) {
		throw new Error(`There is no handler for ${key}`)
	}
	const { values: settings, host } = settingsOf(world.space, contract)
	const data = await handler({ space: world.space, account, params, body, settings, host, fail })
	return { data: endpoint.response.parse(data), status: endpoint.status ?? 200 }
}

function isSettings(key: EndpointKey): key is SettingsKey {
	return key === 'GET /api/v1/settings' || key === 'PUT /api/v1/settings'
}

function putSettings(world: World, contract: Contract, change: Record<string, unknown>, fail: (code: string, field?: string) => Error) {
	const changed = changeSettings(contract, settingsLayers(world.space, contract.app), change)
	if (!changed.ok) {
		throw fail(changed.error, changed.field)
	}
	world.space.setAppValue(contract.app, 'settings', changed.choice)
	return shownSettings(world, contract)
}

/** What the settings endpoints answer. */
function shownSettings({ space }: World, contract: Contract) {
	const { values, sources } = settingsOf(space, contract)
	return { values, sources }
}
