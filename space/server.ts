// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The embedded space: a small stand-in Nextcloud over HTTP, started by cli.ts and by tests. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Reply } from './http/reply.ts'
import type { Route } from './http/router.ts'
import type { Log } from './log.ts'
import type { EmbeddedSpace } from './state.ts'
import type { World } from './world.ts'

import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { loadApps, root } from './apps.ts'
import { DataFileWriter, readDataFile } from './datafile.ts'
import { people } from './demo/people.ts'
import { seedDemo, seedEmpty } from './demo/seed.ts'
import { TooLarge } from './http/body.ts'
import { identify } from './http/identify.ts'
import { empty } from './http/reply.ts'
import { router } from './http/router.ts'
import { Sessions } from './http/sessions.ts'
import { staticRoutes } from './http/static.ts'
import { Visit } from './http/visit.ts'
import { terminalLog } from './log.ts'
import { appRoutes } from './nextcloud/appEndpoints.ts'
import { appSwitchRoutes } from './nextcloud/apps.ts'
import { avatarRoutes } from './nextcloud/avatar.ts'
import { calendarRoutes } from './nextcloud/calendars.ts'
import { coreRoutes } from './nextcloud/core.ts'
import { davRoutes } from './nextcloud/dav.ts'
import { keptRoutes } from './nextcloud/davKept.ts'
import { notificationRoutes } from './nextcloud/notifications.ts'
import { unknownOcs } from './nextcloud/ocs.ts'
import { personalRoutes } from './nextcloud/personal.ts'
import { provisioningRoutes } from './nextcloud/provisioning.ts'
import { shareRoutes } from './nextcloud/shares.ts'
import { userRoutes } from './nextcloud/users.ts'
import { errorPage } from './pages/guest.ts'
import { readerOf } from './pages/reader.ts'
import { pageRoutes } from './pages/routes.ts'
import { standInRoutes } from './standin.ts'
import { EmbeddedSpace as State } from './state.ts'

/** How to start. */
export interface SpaceServerOptions {
	/** 0 = any free port. */
	port: number
	/** Address to listen at, `localhost` unless told. */
	host?: string
	/** Keep the state in this file. */
	dataFile?: string
	/** What a new space holds: the demo association, or one admin (`admin`, password `admin`). */
	seed?: 'demo' | 'empty'
	/** Folder of the built apps; build/apps unless told. */
	buildDir?: string
	/** Seconds since 1970; the system's clock unless told. */
	now?: () => number
	/** Takes what went wrong; standard error unless told. */
	log?: Log
}

/** A running space. */
export interface RunningSpace {
	/** Without a slash at the end. */
	url: string
	port: number
	/** Its state, live. */
	space: EmbeddedSpace
	/** Ends it; the state is written before, if it is kept. */
	close(): Promise<void>
}

/**
 * Starts the embedded space.
 *
 * @param options how
 * @throws DataFileError if the data file is damaged
 * @throws Error with the code EADDRINUSE if the port is taken
 */
export async function startSpace(options: SpaceServerOptions): Promise<RunningSpace> {
	const { port, host = 'localhost', dataFile, seed = 'demo', now, log = terminalLog } = options
	const apps = await loadApps()
	const stored = dataFile === undefined ? null : readDataFile(dataFile)
	const space = stored === null ? await (seed === 'demo' ? seedDemo(apps, now) : seedEmpty(now)) : State.restore(stored, now)
	if (stored !== null) {
		apps.forEach(({ embedded }) => embedded.upgrade?.(space))
	}
	const world: World = {
		space,
		apps,
		sessions: new Sessions(),
		buildDir: options.buildDir ?? join(root, 'build/apps'),
		people: people.filter(({ id }) => space.account(id) !== undefined),
		log,
	}
	const file = dataFile === undefined ? undefined : new DataFileWriter(dataFile, () => space.store(), (error) => log.error('The data file could not be written', error))
	const find = router(routes(world))
	const server = createServer((request, response) => {
		serve(world, find, request, response).then(() => file?.touch(), (error: unknown) => {
			// Only the connection itself can fail here: the reader went away.
			response.destroy(error instanceof Error ? error : undefined)
		})
	})
	await listen(server, port, host)
	file?.flush()
	const actual = (server.address() as AddressInfo).port
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
		port: actual,
		space,
		async close() {
			const closed = once(server, 'close')
			server.close()
			server.closeAllConnections()
			await closed
			file?.flush()
		},
	}
}

/** All addresses; the first that fits wins. */
function routes(world: World): Route[] {
	return [
		...staticRoutes(world),
		...appRoutes(world),
		...userRoutes(world),
		...provisioningRoutes(world),
		...appSwitchRoutes(world),
		...personalRoutes(world),
		...shareRoutes(world),
		...davRoutes(world),
		...keptRoutes(world),
		...calendarRoutes(world),
		...notificationRoutes(world),
		...avatarRoutes(world),
		...coreRoutes(world),
		...standInRoutes(world),
		...pageRoutes(world),
	]
}

/** `localhost` is 127.0.0.1: by name, only one of IPv4 and IPv6 would be taken, and a busy port of the other go unseen. */
async function listen(server: Server, port: number, host: string): Promise<void> {
	const listening = once(server, 'listening')
	server.listen(port, host === 'localhost' ? '127.0.0.1' : host)
	await listening
}

async function serve(world: World, find: ReturnType<typeof router>, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const visit = new Visit(request)
	const reply = await answer(world, find, visit)
	const cookies = [reply.headers['Set-Cookie'] ?? [], visit.setCookies].flat()
	response.writeHead(reply.status, { ...reply.headers, ...cookies.length > 0 && { 'Set-Cookie': cookies } })
	if (visit.method === 'HEAD') {
		response.end()
	} else if (typeof reply.body === 'string' || reply.body instanceof Uint8Array) {
		response.end(reply.body)
	} else {
		await pipeline(Readable.from(reply.body), response)
	}
	// What nobody has read of the body must not keep the connection busy.
	request.resume()
}

async function answer(world: World, find: ReturnType<typeof router>, visit: Visit): Promise<Reply> {
	try {
		visit.caller = identify(world, visit)
		const match = find(visit.method, visit.path)
		if (match === 'no-method') {
			return empty(405)
		}
		if (match !== 'none') {
			return await match.handle(visit, match.params)
		}
		return visit.path.startsWith('/ocs/') ? unknownOcs(visit) : errorPage(world, readerOf(world, visit), 404)
	} catch (error) {
		if (error instanceof TooLarge) {
			return empty(413)
		}
		world.log.error(`${visit.method} ${visit.path} failed`, error)
		return empty(500)
	}
}
