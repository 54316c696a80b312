// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** An inventory says what it means, and every complaint about it says where. */

import type { Lookup } from './expand.ts'

import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseDuration, sayDuration } from './duration.ts'
import { expandInventory } from './expand.ts'
import { findFolders, matcher } from './glob.ts'
import { importInventory } from './import.ts'
import { instanceIdOf, sharedInstanceIds } from './instanceIds.ts'
import { ListingError, readListing } from './listing.ts'
import { InventoryError, readInventory } from './read.ts'

const GOOD = `fleet: example
hosts:
  alpha:
    engine: sim
    jobs: 4
    spaces:
      - { id: one, config: /srv/one/config, canary: true }
      - glob: /srv/spaces/*/config
      - command: [list, --all]
groups:
  pilots: [one, "a*"]
canaries: ["group:pilots"]
spaces:
  b: { hold: "moves to another host on Friday" }
policies:
  ensemble_quota: { defaults: { repeatDays: 3 } }
waves:
  - canaries
  - { take: 10%, pause: 10m }
  - { take: 100%, pause: approval }
limits: { failures: 2%, timeout: 90s }
window: { days: [mon, sat], from: "22:00", to: "05:00", timezone: Europe/Paris }
`

const lookup: Lookup = {
	folders: () => [{ path: '/srv/spaces/a/config', id: 'a' }, { path: '/srv/spaces/b/config', id: 'b' }],
	output: () => 'c /srv/c/config https://c.example\n# the end\n',
}

/** The complaints about a text, as `line:column path`. */
function complaints(text: string): string[] {
	try {
		readInventory(text)
	} catch (error) {
		expect(error).toBeInstanceOf(InventoryError)
		return (error as InventoryError).complaints.map(({ line, column, path }) => `${line}:${column} ${path}`)
	}
	return []
}

describe('readInventory', () => {
	it('reads a whole inventory, with times in seconds and the defaults filled in', () => {
		const inventory = readInventory(GOOD)
		expect(inventory.limits).toEqual({ failures: '2%', timeout: 90 })
		expect(inventory.waves[1]).toEqual({ take: '10%', pause: 600 })
		expect(inventory.hosts.alpha).toMatchObject({ code: '/var/www/nextcloud', packs: '/srv/packs', packsUrl: '/pack-apps', php: 'php', jobs: 4 })
		expect(readInventory('fleet: x\nhosts: {}\n').waves).toEqual(['canaries', '1%', '10%', '100%'])
	})

	it.each([
		['a value of the wrong kind', GOOD.replace('jobs: 4', 'jobs: many'), ['5:11 hosts.alpha.jobs']],
		['an unknown word', GOOD.replace('jobs: 4', 'job: 4'), ['5:5 hosts.alpha.job']],
		['what is missing: its surroundings', 'fleet: x\nhosts:\n  alpha:\n    jobs: 2\n', ['3:3 hosts.alpha.engine']],
		['the part of a space that is wrong', GOOD.replace('config: /srv/one/config', 'config: srv/one'), ['7:28 hosts.alpha.spaces.0.config']],
		['a path with ..', GOOD.replace('/srv/one/config', '/srv/../etc'), ['7:28 hosts.alpha.spaces.0.config']],
		['a wave', GOOD.replace('pause: 10m', 'pause: 10'), ['19:25 waves.1.pause']],
		['a key written twice', 'fleet: x\nfleet: y\nhosts: {}\n', ['2:1 ']],
		['YAML that is none', 'fleet: [x\n', ['2:1 ']],
		['several things at once, in the order of the file', GOOD.replace('engine: sim', 'engine: ssh').replace('Europe/Paris', 'Europe/Gotham'), ['4:13 hosts.alpha.engine', '22:67 window.timezone']],
		['an empty file', '', ['1:1 fleet', '1:1 hosts']],
		['a list', '- a\n', ['1:1 ']],
	])('says the line and column of %s', (_, text, expected) => {
		expect(complaints(text)).toEqual(expected)
	})

	it('says it in the way editors understand, with a sentence', () => {
		expect(() => readInventory('fleet: x\nhosts: 3\n', 'my.yaml')).toThrow(/^my\.yaml:2:8: hosts: \S.*\.$/)
	})

	it('is not brought down by a text that grows while it is read', () => {
		const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}\n`
		expect(complaints(bomb)).toEqual(['1:1 '])
	})

	it('has a clear answer to every text: an inventory or complaints, never a crash (2,000 cases)', () => {
		const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('canaries', '10%', '5m', '/srv/x', 'sim', 'approval'))
		const key = fc.constantFrom('fleet', 'hosts', 'alpha', 'engine', 'spaces', 'glob', 'command', 'id', 'config', 'waves', 'take', 'pause', 'limits', 'failures', 'gates', 'window', 'from', 'groups', 'policies', '__proto__', 'constructor')
		const { tree } = fc.letrec((tie) => ({ tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as object)) }))
		const mutated = fc.tuple(fc.nat(GOOD.length), fc.nat(12), fc.string({ maxLength: 6 })).map(([at, cut, put]) => GOOD.slice(0, at) + put + GOOD.slice(at + cut))
		let good = 0
		fc.assert(fc.property(fc.oneof(mutated, tree.map((value) => stringify(value)), fc.string({ unit: 'binary' })), (text) => {
			try {
				expandInventory(readInventory(text), lookup)
				good++
			} catch (error) {
				expect(error).toBeInstanceOf(InventoryError)
				const { complaints } = error as InventoryError
				expect(complaints.length).toBeGreaterThan(0)
				for (const { line, column, message } of complaints) {
					expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length)
					expect(line === 0 || column > 0).toBe(true)
					expect(message).toMatch(/^\S.*\S$|^\S$/su)
				}
			}
		}), { numRuns: 2000 })
		expect(good).toBeGreaterThan(20)
	}, 60_000)
})

describe('expandInventory', () => {
	it('looks up spaces, groups, canaries, holds and policies', () => {
		const fleet = expandInventory(readInventory(GOOD), lookup)
		expect(fleet.spaces).toMatchObject([
			{ id: 'a', host: 'alpha', config: '/srv/spaces/a/config', groups: ['pilots'], canary: true, hold: null },
			{ id: 'b', canary: false, hold: 'moves to another host on Friday' },
			{ id: 'c', config: '/srv/c/config', url: 'https://c.example', groups: [] },
			{ id: 'one', canary: true, policies: { ensemble_quota: { defaults: { repeatDays: 3 } } } },
		])
		expect(fleet.hosts).toMatchObject([{ name: 'alpha', engine: 'sim' }])
		expect(fleet.hosts[0]).not.toHaveProperty('spaces')
	})

	it.each([
		['two spaces of one name', lookup.folders('x').concat({ path: '/srv/else', id: 'one' }), 'There are two spaces "one"'],
		['two names for one folder', [{ path: '/srv/one/config/', id: 'b' }], '"one" and "b" have the same config folder'],
		['a group and an override of nothing', [], 'groups.pilots: No space fits "a*".'],
		['a name that cannot be one', [{ path: '/srv/x', id: 'b;rm -rf' }], 'A name has 1 to 100 letters'],
	])('refuses %s', (_, folders, message) => {
		expect(() => expandInventory(readInventory(GOOD), { ...lookup, folders: () => folders })).toThrow(message)
	})

	it('says when a command fails or prints something else', () => {
		const failing = (output: () => string) => () => expandInventory(readInventory(GOOD), { ...lookup, output })
		expect(failing(() => {
			throw new Error('list: not found\nat x')
		})).toThrow('hosts.alpha.spaces.2: The spaces cannot be looked up: list: not found')
		expect(failing(() => 'only-an-id')).toThrow('Line 1 of the output')
		expect(failing(() => '[{"id":1}]')).toThrow('Entry 1 of the output, id')
		expect(failing(() => 'x relative/config')).toThrow('An absolute path')
	})

	it('runs real commands without a shell', () => {
		const text = 'fleet: x\nhosts: { h: { engine: sim, spaces: [{ command: [printf, "%s", "$(id) /a"] }] } }\n'
		expect(() => expandInventory(readInventory(text))).toThrow('"$(id)": id: A name has')
	})
})

describe('readListing', () => {
	it('never ends with anything but a list or a ListingError', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.json().map((json) => `[${json}]`)), (output) => {
			try {
				readListing(output).forEach(({ id, config }) => expect([typeof id, typeof config]).toEqual(['string', 'string']))
			} catch (error) {
				expect(error).toBeInstanceOf(ListingError)
			}
		}), { numRuns: 1000 })
	})
})

describe('parseDuration', () => {
	it('wants a unit', () => {
		expect(['90s', '10m', '2h', '1d', '10', 'm', '1.5h', '-1s'].map(parseDuration)).toEqual([90, 600, 7200, 86_400, null, null, null, null])
	})
	it('is said in two units at most', () => {
		expect([0, 59.6, 200, 7500, 7200].map(sayDuration)).toEqual(['0 s', '1 min', '3 min 20 s', '2 h 5 min', '2 h'])
	})
})

describe('sharedInstanceIds', () => {
	it('names all that share one', () => {
		expect(sharedInstanceIds([{ id: 'a', instanceId: 'x' }, { id: 'b', instanceId: 'y' }, { id: 'c', instanceId: 'x' }, { id: 'd', instanceId: null }, { id: 'e', instanceId: null }])).toEqual(new Map([['x', ['a', 'c']]]))
	})
	it('reads the id as Nextcloud writes it, not one in a comment', () => {
		expect(instanceIdOf('<?php\n$CONFIG = array (\n  \'instanceid\' => \'oc1abc\',\n')).toBe('oc1abc')
		expect(instanceIdOf('<?php\n// \'instanceid\' => \'old\'\n$CONFIG = [];')).toBeNull()
	})
})

describe('on real folders', () => {
	const root = mkdtempSync(join(tmpdir(), 'ensemble-inventory-'))
	beforeAll(() => {
		for (const [id, instance] of [['beta', 'i1'], ['alpha', 'i2'], ['clone', 'i1'], ['empty', null], ['bad name', 'i5']] as const) {
			mkdirSync(join(root, id, 'config'), { recursive: true })
			if (instance !== null) {
				writeFileSync(join(root, id, 'config/config.php'), `<?php\n$CONFIG = array (\n  'instanceid' => '${instance}',\n  'overwrite.cli.url' => 'https://${instance}.example',\n);\n`)
			}
		}
		mkdirSync(join(root, '.hidden/config'), { recursive: true })
		writeFileSync(join(root, 'file'), '')
		symlinkSync(join(root, 'gone'), join(root, 'broken'))
	})
	afterAll(() => rmSync(root, { recursive: true }))

	it('finds folders by pattern, in order, without hidden ones', () => {
		expect(findFolders(`${root}/*/config`).map(({ id }) => id)).toEqual(['alpha', 'bad name', 'beta', 'clone', 'empty'])
		expect(findFolders(`${root}/?eta/config`)).toEqual([{ path: `${root}/beta/config`, id: 'beta' }])
		expect(findFolders(`${root}/no*/config`)).toEqual([])
		expect(findFolders(`${root}/*`).map(({ id }) => id)).toContain('broken')
		expect(matcher('a.*')('axb')).toBe(false)
	})

	it('makes an inventory that can be read again, and says what it left out', () => {
		const { yaml, spaces, remarks } = importInventory(root, { fleet: 'mine', host: 'here', code: '/var/www/nextcloud' })
		expect(spaces).toEqual(['alpha', 'beta', 'clone'])
		const fleet = expandInventory(readInventory(yaml))
		expect(fleet.spaces).toMatchObject([{ id: 'alpha', canary: true, url: 'https://i2.example' }, { id: 'beta' }, { id: 'clone' }])
		expect(remarks.join('\n')).toMatch(/empty.* has no config\.php/)
		expect(remarks.join('\n')).toMatch(/"bad name" cannot be the name/)
		expect(remarks.join('\n')).toMatch(/beta, clone share the instance id i1/)
	})
})
