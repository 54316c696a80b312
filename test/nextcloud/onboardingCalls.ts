// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the tests of the first steps do with a Nextcloud. */

import type { Answer, Body, Keys } from '@ensemble/shared/contract/define'
import type { OnboardingContract, Pending, StepState } from '../../apps/onboarding/contract.ts'
import type { Connection, Place } from './connection.ts'

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { contract } from '../../apps/onboarding/contract.ts'
import { ocs, open, PASSWORD } from './people.ts'

type Key = Keys<OnboardingContract>

/** An endpoint with the parameters of its path filled in. */
const path = (key: Key, params: Record<string, string>) => `apps/${contract.app}${key.split(' ')[1]!.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!)}`

/**
 * Calls an endpoint of ours, which must answer as the contract says.
 *
 * @param place the server
 * @param as `name:password`, or a test account
 * @param key the endpoint
 * @param more body and parameters of the path
 */
export async function call<K extends Key>(place: Place, as: string, key: K, more: { params?: Record<string, string>, body?: object } = {}): Promise<Answer<OnboardingContract, K>> {
	const { status, data } = await ocs(place, as.includes(':') ? as : `${as}:${PASSWORD}`, key.split(' ')[0]!, path(key, more.params ?? {}), more.body)
	expect(status, JSON.stringify(data)).toBe(200)
	return contract.endpoints[key].response.parse(data) as Answer<OnboardingContract, K>
}

/** The error code of a call that is refused. */
export async function refusal(place: Place, as: string, key: Key, more: { params?: Record<string, string>, body?: object } = {}): Promise<[number, unknown]> {
	const { status, data } = await ocs(place, as.includes(':') ? as : `${as}:${PASSWORD}`, key.split(' ')[0]!, path(key, more.params ?? {}), more.body)
	return [status, (data as { error?: string }).error]
}

/**
 * The ids of an account's steps that are in a state.
 *
 * @param place the server
 * @param id the account
 * @param state which; left out = done
 */
export async function stepsOf(place: Place, id: string, state: StepState = 'done'): Promise<string[]> {
	const { steps } = await call(place, id, 'GET /api/v1/steps')
	return steps.filter((step) => step.state === state).map((step) => step.id)
}

/**
 * What a page carries of ours.
 *
 * @param place the server
 * @param at path of the page
 * @param cookie of who opens it
 */
export async function pendingOn(place: Place, at: string, cookie: string): Promise<Pending | null> {
	const { html, status } = await open(place, at, cookie)
	expect(status, at).toBe(200)
	const value = /id="initial-state-ensemble_onboarding-pending" value="([^"]+)"/.exec(html)?.[1]
	return value === undefined ? null : JSON.parse(Buffer.from(value, 'base64').toString()) as Pending
}

/**
 * Changes our settings while something runs.
 *
 * @param server the server
 * @param values settings
 * @param work what to run
 */
export async function withSettings<T>(server: Connection, values: Body<OnboardingContract, 'PUT /api/v1/settings'>, work: () => Promise<T>): Promise<T> {
	await call(server, server.admin, 'PUT /api/v1/settings', { body: values })
	try {
		return await work()
	} finally {
		await call(server, server.admin, 'PUT /api/v1/settings', { body: Object.fromEntries(Object.keys(values).map((key) => [key, null])) })
	}
}

/**
 * Enables an app that is nothing but an entry in the bar at the top, while something runs: it stands for one that this
 * server lacks.
 *
 * @param server the server
 * @param app its id
 * @param work what to run
 */
export async function withApp<T>(server: Connection, app: string, work: () => Promise<T>): Promise<T> {
	const folder = join(server.root, 'apps-ensemble', app)
	await mkdir(join(folder, 'appinfo'), { recursive: true })
	await writeFile(join(folder, 'appinfo', 'info.xml'), `<?xml version="1.0"?>
<info>
	<id>${app}</id><name>${app}</name><summary>Stands for an app</summary><description>Stands for an app</description>
	<version>0.0.1</version><licence>AGPL-3.0-or-later</licence><author>Ensemble contributors</author><namespace>Stands${app}</namespace>
	<category>tools</category><bugs>https://ensemble.example.org/issues</bugs>
	<dependencies><nextcloud min-version="32" max-version="35"/></dependencies>
	<navigations><navigation><name>${app}</name><route>files.view.index</route></navigation></navigations>
</info>
`)
	try {
		const { code, stdout, stderr } = await server.occ(['app:enable', app])
		expect(code, stdout + stderr).toBe(0)
		return await work()
	} finally {
		await server.occ(['app:disable', app])
		await rm(folder, { recursive: true })
	}
}

/**
 * Sends a request of the browser: with the session's cookie and its token.
 *
 * @param place the server
 * @param cookie of who is logged in
 * @param method HTTP method
 * @param at path from the server's root
 * @param body what to send
 */
export async function browse(place: Place, cookie: string, method: string, at: string, body?: BodyInit): Promise<Response> {
	const { token } = await (await fetch(`${place.baseUrl}/csrftoken`, { headers: { cookie } })).json() as { token: string }
	return fetch(`${place.baseUrl}${at}`, { method, headers: { cookie, requesttoken: token }, body })
}

/**
 * Sends a profile picture as the personal settings do.
 *
 * @param place the server
 * @param cookie of who is logged in
 */
export async function sendPicture(place: Place, cookie: string): Promise<void> {
	// The smallest PNG: one pixel.
	const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
	const form = new FormData()
	form.append('files[]', new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), 'me.png')
	const answer = await browse(place, cookie, 'POST', '/avatar/', form)
	expect(answer.status, await answer.clone().text()).toBe(200)
}

/** The values that Nextcloud keeps of an account for our app. */
export async function valuesOf(server: Connection, id: string): Promise<Record<string, string>> {
	const { stdout } = await server.occ(['user:setting', id, '--output=json'])
	return (JSON.parse(stdout) as Record<string, Record<string, string>>).ensemble_onboarding ?? {}
}
