// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What every engine must do, as one suite: run by the test of each. */

import type { ApplyJob, Engine, Host, JobResult, PackTarget, Space, SpaceFacts, SpaceJob } from './engine.ts'

import { describe, expect, it } from 'vitest'
import { beforeOf } from './engine.ts'

/** A fleet for the suite: at least four spaces on one host, all wholly at pack `from`; `to` is unpacked too. */
export interface Stage {
	readonly engine: Engine
	readonly host: Host
	readonly spaces: readonly Space[]
	readonly from: PackTarget
	readonly to: PackTarget
	/** A pack whose unpacked files are not its manifest's. */
	readonly damaged: PackTarget
	/** A space whose config folder is not there. */
	readonly missing: Space
	/** Another engine on the same spaces, as of a second controller. */
	readonly second: () => Engine
	readonly close: () => Promise<void>
}

const LIMITS = { jobs: 2, timeout: 120 }

/**
 * Declares the suite.
 *
 * @param name of the engine
 * @param open makes a fresh fleet; called for each test
 */
export function conformance(name: string, open: () => Promise<Stage>): void {
	describe(`engine ${name}`, () => {
		const on = (title: string, test: (stage: Stage) => Promise<void>) => it(title, async () => {
			const stage = await open()
			try {
				await test(stage)
			} finally {
				await stage.engine.close()
				await stage.engine.close()
				await stage.close()
			}
		}, 180_000)

		on('makes a host ready, twice if asked, and refuses a pack whose files are others', async ({ engine, host, to, damaged }) => {
			expect(await engine.prepare(host, undefined, never())).toBeNull()
			expect(await engine.prepare(host, to, never())).toBeNull()
			expect(await engine.prepare(host, to, never())).toBeNull()
			expect(await engine.prepare(host, damaged, never())).toMatchObject({ code: 'pack', message: expect.stringMatching(/\S/) as string })
		})

		on('reads facts and changes nothing by it', async (stage) => {
			const first = await factsOf(stage)
			expect([...first.keys()].sort()).toEqual(stage.spaces.map(({ id }) => id).sort())
			for (const facts of first.values()) {
				expect(facts).toMatchObject({ needsDbUpgrade: false, maintenance: false, overlay: { pack: stage.from.version } })
				expect(Object.fromEntries(Object.entries(facts.apps).map(([app, { version, code }]) => [app, [version, code]]))).toEqual(Object.fromEntries(Object.entries(stage.from.apps).map(([app, { version }]) => [app, [version, version]])))
			}
			expect(await factsOf(stage)).toEqual(first)
		})

		on('applies a pack and restores it, each as often as asked, and leaves log level and maintenance alone', async (stage) => {
			const before = await factsOf(stage)
			for (let time = 0; time < 2; time++) {
				expect((await run(stage, stage.spaces.map((space) => apply(stage, space, before)))).every(({ ok }) => ok)).toBe(true)
				for (const [id, facts] of await factsOf(stage)) {
					expect(facts).toMatchObject({ needsDbUpgrade: false, maintenance: false, loglevel: before.get(id)!.loglevel, instanceId: before.get(id)!.instanceId, overlay: { pack: stage.to.version } })
					expect(versions(facts)).toEqual(versionsOf(stage.to))
				}
			}
			for (let time = 0; time < 2; time++) {
				expect((await run(stage, stage.spaces.map((space) => ({ id: space.id, space, action: 'restore', pack: stage.to, before: beforeOf(before.get(space.id)!, Object.keys(stage.to.apps)) })))).every(({ ok }) => ok)).toBe(true)
				for (const [id, facts] of await factsOf(stage)) {
					expect({ ...facts, policies: {} }).toEqual({ ...before.get(id)!, policies: {} })
				}
			}
		})

		on('gives exactly one result per job, also for a space that is not there', async (stage) => {
			const jobs: SpaceJob[] = [...stage.spaces, stage.missing].map((space) => ({ id: `job ${space.id}`, space, action: 'facts', apps: Object.keys(stage.to.apps) }))
			const results = await run(stage, jobs)
			expect(results.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort())
			for (const { space, ok, error, facts, seconds } of results) {
				expect(ok).toBe(space !== stage.missing.id)
				expect(error?.code).toBe(ok ? undefined : 'config')
				expect(facts === undefined).toBe(!ok)
				expect(seconds).toBeGreaterThanOrEqual(0)
			}
			expect(await run(stage, [])).toEqual([])
		})

		on('does not touch a space that is another one than the plan\'s', async (stage) => {
			const before = await factsOf(stage)
			const [space] = stage.spaces
			const job = apply(stage, space!, before)
			const [clone] = await run(stage, [{ ...job, before: { ...job.before, instanceId: 'other' } }])
			expect(clone).toMatchObject({ ok: false, error: { code: 'moved' } })
			const [other] = await run(stage, [{ ...job, before: { ...job.before, overlay: '<?php // by hand', pack: null } }])
			expect(other).toMatchObject({ ok: false, error: { code: 'moved' } })
			expect(await factsOf(stage)).toEqual(before)
		})

		on('cancels what has not begun when the signal comes, and ends what has', async (stage) => {
			const before = await factsOf(stage)
			const stop = new AbortController()
			const results: JobResult[] = []
			for await (const result of stage.engine.run(stage.host, stage.spaces.map((space) => apply(stage, space, before)), { ...LIMITS, jobs: 1, signal: stop.signal })) {
				results.push(result)
				stop.abort()
			}
			expect(results).toHaveLength(stage.spaces.length)
			expect(results.some(({ error }) => error?.code === 'cancelled')).toBe(true)
			const after = await factsOf(stage)
			for (const { space, ok, error } of results) {
				expect(ok || error?.code === 'cancelled').toBe(true)
				expect(after.get(space)!.overlay.pack).toBe(ok ? stage.to.version : stage.from.version)
				expect(after.get(space)!.needsDbUpgrade).toBe(false)
			}
		})

		on('lets go when nobody wants more results', async (stage) => {
			const before = await factsOf(stage)
			for await (const { ok } of stage.engine.run(stage.host, stage.spaces.map((space) => apply(stage, space, before)), { ...LIMITS, jobs: 1, signal: never() })) {
				expect(ok).toBe(true)
				break
			}
			for (const facts of (await factsOf(stage)).values()) {
				expect(facts.needsDbUpgrade).toBe(false)
			}
		})

		on('lets one of two controllers work on a space at a time', async (stage) => {
			const before = await factsOf(stage)
			const jobs = stage.spaces.map((space) => apply(stage, space, before))
			const second = stage.second()
			try {
				const both = await Promise.all([run(stage, jobs), run({ ...stage, engine: second }, jobs)])
				for (const results of both) {
					expect(results.every(({ ok, error }) => ok || error?.code === 'locked')).toBe(true)
				}
				for (const space of stage.spaces) {
					expect(both.some((results) => results.find((result) => result.space === space.id)?.ok)).toBe(true)
				}
				for (const facts of (await factsOf(stage)).values()) {
					expect(versions(facts)).toEqual(versionsOf(stage.to))
				}
			} finally {
				await second.close()
			}
		})
	})
}

async function run({ engine, host }: Pick<Stage, 'engine' | 'host'>, jobs: readonly SpaceJob[]): Promise<JobResult[]> {
	const results: JobResult[] = []
	for await (const result of engine.run(host, jobs, { ...LIMITS, signal: never() })) {
		results.push(result)
	}
	return results
}

async function factsOf(stage: Stage): Promise<Map<string, SpaceFacts>> {
	const results = await run(stage, stage.spaces.map((space) => ({ id: space.id, space, action: 'facts', apps: Object.keys(stage.to.apps) })))
	return new Map(results.map(({ space, facts, error }) => {
		if (facts === undefined) {
			throw new Error(`${space}: ${error?.message}`)
		}
		return [space, facts]
	}))
}

function apply({ to }: Stage, space: Space, before: ReadonlyMap<string, SpaceFacts>): ApplyJob {
	return { id: space.id, space, action: 'apply', pack: to, before: beforeOf(before.get(space.id)!, Object.keys(to.apps)), enable: [] }
}

function versions(facts: SpaceFacts): Record<string, string> {
	return Object.fromEntries(Object.entries(facts.apps).map(([app, { version }]) => [app, version]))
}

function versionsOf(pack: PackTarget): Record<string, string> {
	return Object.fromEntries(Object.entries(pack.apps).map(([app, { version }]) => [app, version]))
}

function never(): AbortSignal {
	return new AbortController().signal
}
