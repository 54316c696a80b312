// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { WireJob } from '../../agent/wire.ts'
import type { Plan } from '../../plan/types.ts'

import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Journal, readJournalFile } from '../../journal/journal.ts'
import { replay } from '../../rollout/state.ts'
import { scene } from '../../rollout/testing.ts'
import { Gathered } from './batch.ts'
import { writeBundle } from './bundle.ts'
import { readOutput } from './command.ts'
import { readHostJournal } from './hostJournal.ts'
import { readBundle, takeIn } from './merge.ts'
import { inventoryFile } from './playbook.ts'

const root = mkdtempSync(join(tmpdir(), 'ensemble-bundle-'))
afterAll(() => rmSync(root, { recursive: true }))

interface Play {
	name: string
	hosts: string
	serial?: unknown
	max_fail_percentage: number
	vars?: Record<string, unknown>
	tasks: Record<string, unknown>[]
}

let plan: Plan
beforeAll(async () => {
	plan = (await scene({ path: join(root, 'none.jsonl'), spaces: 12, hosts: 2, change: { waves: ['canaries', { take: '50%', pause: 'approval' }, { take: '100%', pause: 600 }], gates: { recheck: 0, probe: true, command: ['check', 'all'] }, limits: { failures: '50%', timeout: 90 } } })).plan
})

describe('an inventory for Ansible', () => {
	it('knows how hosts are reached', () => {
		const base = { code: '/c', packs: '/p', packsUrl: '/u', php: 'php', jobs: 2 }
		const file = inventoryFile([{ host: { ...base, name: 'here' }, dir: '/d' }, { host: { ...base, name: 'far', address: 'ops@far.example.org:2222' }, dir: '/d' }, { host: { ...base, name: 'root', address: 'root@10.0.0.1' }, dir: '/d' }])
		expect((parse(file) as { all: { hosts: object } }).all.hosts).toMatchObject({
			here: { ansible_connection: 'local', ansible_become: false },
			far: { ansible_host: 'far.example.org', ansible_user: 'ops', ansible_port: 2222, ansible_become: true },
			root: { ansible_host: '10.0.0.1', ansible_user: 'root', ansible_become: false },
		})
	})
})

describe('a plan as a folder for Ansible', () => {
	it('has a play for each wave, with serial and max_fail_percentage, builtin modules only', () => {
		const dir = join(root, 'bundle')
		expect(writeBundle(dir, plan, { serial: [1, '25%'], maxFail: 10 })).toEqual([expect.stringContaining('gates.probe')])
		const plays = parse(readFileSync(join(dir, 'playbook.yml'), 'utf8')) as Play[]
		expect(plays.map(({ hosts }) => hosts)).toEqual(['all', 'wave1', 'localhost', 'wave2', 'localhost', 'wave3', 'localhost'])
		const waves = plays.filter(({ hosts }) => hosts.startsWith('wave'))
		expect(waves.every(({ serial, max_fail_percentage: most }) => JSON.stringify(serial) === '[1,"25%"]' && most === 10)).toBe(true)
		expect(waves.map(({ vars }) => vars?.ensemble_failures)).toEqual(plan.waves.map(({ spaces }) => Math.ceil(spaces.length / 2)))
		const keys = new Set(plays.flatMap(({ tasks }) => tasks.flatMap((task) => Object.keys(task).filter((key) => key.includes('.')))))
		expect([...keys].every((key) => key.startsWith('ansible.builtin.'))).toBe(true)
		const after = JSON.stringify(plays.filter(({ hosts }) => hosts === 'localhost').map(({ tasks }) => tasks))
		expect(after).toContain('"argv":["check","all"]')
		expect(after).toContain('ensemble_approved | default(0) | int >= 2')
		// Nothing comes after the last wave that would have to be waited for.
		expect(after).not.toContain('pause')
		const { all } = parse(readFileSync(join(dir, 'inventory.yml'), 'utf8')) as { all: { children: Record<string, { hosts: object }> } }
		expect(Object.fromEntries(Object.entries(all.children).map(([name, { hosts }]) => [name, Object.keys(hosts).sort()]))).toEqual(Object.fromEntries(plan.waves.map(({ spaces }, index) => [`wave${index + 1}`, [...new Set(spaces.map((id) => plan.spaces.find((space) => space.id === id)!.host))].sort()])))
		expect(() => writeBundle(dir, plan)).toThrow('holds a plan already')
	})

	it('brings each space forward, and back where that fails, all in one chain', () => {
		const dir = join(root, 'chains')
		writeBundle(dir, plan)
		const jobs = plan.waves.flatMap((_, index) => readdirSync(join(dir, `jobs/wave${index + 1}`)).flatMap((name) => readFileSync(join(dir, `jobs/wave${index + 1}`, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as WireJob)))
		expect(jobs.map(({ space }) => space).sort()).toEqual(plan.spaces.map(({ id }) => id))
		const [{ id, space, then: verify, otherwise: back }] = jobs as [WireJob]
		expect([id, verify?.id, back?.id, back?.then?.id]).toEqual([`apply:${space}`, `verify:${space}`, `restore:${space}`, `check:${space}`])
		expect(verify).toMatchObject({ action: 'verify', expect: { pack: '1.1.0', loglevel: 2 }, otherwise: { action: 'restore' } })
		expect(Object.values(verify!.expect!.apps).every(({ enabled, version }) => enabled === true && version === '1.1.0')).toBe(true)
		expect(back?.then?.expect).toMatchObject({ pack: '1.0.0' })
		// Two attempts to put it back, as the controller has.
		expect(back?.otherwise?.action).toBe('restore')
		expect(back?.otherwise?.otherwise).toBeUndefined()
		expect(back?.then?.otherwise?.then?.otherwise).toBeUndefined()
	})
})

describe('what hosts wrote down', () => {
	const line = (entry: object, second: number) => `${JSON.stringify({ at: `2026-11-22T12:00:${String(second).padStart(2, '0')}.000Z`, ...entry })}\n`
	const begun = (step: string, space: string, second: number) => line({ begun: `${step}:${space}`, space, action: step === 'check' ? 'verify' : step }, second)
	const ended = (step: string, space: string, second: number, error?: object) => line({ id: `${step}:${space}`, space, ok: error === undefined, ...error === undefined ? {} : { error }, seconds: 0.5 }, second)
	const well = (space: string, second: number) => [begun('apply', space, second), ended('apply', space, second), begun('verify', space, second), ended('verify', space, second)].join('')
	const hostOf = (space: string) => plan.spaces.find(({ id }) => id === space)!.host

	function bundle(name: string): { dir: string, say: (wave: number, space: string, text: string) => void, merge: (before?: Parameters<typeof readBundle>[2]) => { state: ReturnType<typeof replay>, taken: Parameters<typeof readBundle>[2] } } {
		const dir = join(root, name)
		writeBundle(dir, plan)
		const path = join(root, `${name}.jsonl`)
		return {
			dir,
			say: (wave, space, text) => appendFileSync(join(dir, `journals/wave${wave}`, `${hostOf(space)}.jsonl`), text),
			merge: (before = {}) => {
				const found = readBundle(dir, plan, before)
				const journal = Journal.open(path)
				takeIn(journal, plan, found.events, { id: 'x', by: 'test' })
				journal.close()
				return { state: replay(plan, readJournalFile(path).records), taken: found.taken }
			},
		}
	}

	it('becomes the journal of a roll-out, wave by wave, also in parts', () => {
		const { say, merge } = bundle('whole')
		plan.waves.slice(0, 2).forEach(({ spaces }, wave) => spaces.forEach((space) => say(wave + 1, space, well(space, wave))))
		const first = merge()
		expect(first.state).toMatchObject({ wave: 2, outcome: null, stopped: 'The playbook did not come to its end.' })
		plan.waves[2]!.spaces.forEach((space) => say(3, space, well(space, 9)))
		const second = merge(first.taken)
		expect(second.state.outcome).toBe('done')
		expect([...second.state.spaces.values()].every(({ phase }) => phase === 'done')).toBe(true)
		expect(merge(second.taken).state.records).toBe(second.state.records)
	})

	it('knows who was put back, who is stuck, and who was in the midst of it', () => {
		const { say, merge } = bundle('failures')
		const [one, ...others] = plan.waves[0]!.spaces as [string, ...string[]]
		const [two, three] = plan.waves[1]!.spaces as [string, string]
		const bad = { code: 'migration', message: 'no such luck', app: 'ensemble_quota' }
		others.forEach((space) => say(1, space, well(space, 0)))
		say(1, one, [begun('apply', one, 1), ended('apply', one, 1, bad), begun('restore', one, 2), ended('restore', one, 2), begun('check', one, 3), ended('check', one, 3)].join(''))
		say(2, two, [begun('apply', two, 4), ended('apply', two, 4, bad), begun('restore', two, 5), ended('restore', two, 5, bad), begun('restore', two, 6), ended('restore', two, 6, bad)].join(''))
		say(2, three, `${begun('apply', three, 7)}{"at":"2026-11-2`)
		const { state } = merge()
		expect(state.spaces.get(one)).toMatchObject({ phase: 'restored', failed: true, error: bad })
		expect(state.spaces.get(two)).toMatchObject({ phase: 'stuck' })
		expect(state.spaces.get(three)).toMatchObject({ phase: 'waiting', step: 'apply' })
		expect(state.outcome).toBeNull()
		expect(state.stopped).not.toBeNull()
	})

	it('is refused where a host speaks of others, or takes back what it had said', () => {
		const { dir, say, merge } = bundle('lies')
		const [one] = plan.waves[0]!.spaces as [string]
		say(1, one, well(one, 0))
		const { taken } = merge()
		const other = plan.spaces.find(({ host }) => host !== hostOf(one))!.id
		say(1, one, well(other, 1))
		expect(() => readBundle(dir, plan, taken)).toThrow(`speaks of "${other}"`)
		writeFileSync(join(dir, `journals/wave1/${hostOf(one)}.jsonl`), well(one, 5))
		expect(() => readBundle(dir, plan, taken)).toThrow('changed or cut')
	})

	it('is read line by line; what a dying host left is counted', () => {
		const text = `${begun('apply', 'a', 0)}{"at":"2026\n${ended('apply', 'a', 1, { code: 'gate', message: 'x' })}null\n[]\n`
		expect(readHostJournal(text)).toMatchObject({ unreadable: 3, entries: [{ begun: 'apply:a' }, { id: 'apply:a', ok: false, error: { code: 'gate' } }] })
	})
})

describe('what Ansible prints', () => {
	it('is read by its recap; the reason is the first of a host', () => {
		const output = `
TASK [x] ***
fatal: [a]: FAILED! => {"changed": false, "msg": "The agent on this host is not the one that was delivered."}
fatal: [b]: UNREACHABLE! => {"changed": false, "msg": "Failed to connect to the host via ssh", "unreachable": true}
fatal: [a]: FAILED! => {"msg": "later"}
fatal: [c -> localhost]: FAILED! => not JSON

PLAY RECAP ***
a                          : ok=1    changed=0    unreachable=0    failed=1    skipped=0    rescued=0    ignored=0
b                          : ok=0    changed=0    unreachable=1    failed=0    skipped=0    rescued=0    ignored=0
c                          : ok=0    changed=0    unreachable=0    failed=1    skipped=0    rescued=0    ignored=0
d                          : ok=9    changed=4    unreachable=0    failed=0    skipped=0    rescued=0    ignored=0
`
		expect([...readOutput(output)]).toEqual([
			['a', { unreachable: false, message: 'The agent on this host is not the one that was delivered.' }],
			['b', { unreachable: true, message: 'Failed to connect to the host via ssh' }],
			['c', { unreachable: false, message: 'not JSON' }],
			['d', { unreachable: false, message: null }],
		])
		expect([...readOutput('ERROR! the playbook could not be found')]).toEqual([])
	})
})

describe('wishes of one moment', () => {
	it('are carried out together, two of one host one after the other', async () => {
		const rounds: string[][] = []
		const gathered = new Gathered<string, string>(async (wishes) => {
			rounds.push([...wishes])
			return wishes.map((wish) => wish.toUpperCase())
		}, (wish) => wish[0]!, 5)
		expect(await Promise.all(['a1', 'b1', 'a2'].map((wish) => gathered.ask(wish)))).toEqual(['A1', 'B1', 'A2'])
		expect(rounds).toEqual([['a1', 'b1'], ['a2']])
	})

	it('fail together', async () => {
		const gathered = new Gathered<string, string>(async () => {
			throw new Error('no Ansible')
		}, (wish) => wish, 5)
		const ends = await Promise.allSettled([gathered.ask('a'), gathered.ask('b')])
		expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
	})
})
