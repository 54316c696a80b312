// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is rendered for each app: info.xml by the app store's rules (resources/app-info.xsd of Nextcloud), PHP in its place, the same bytes each time. */

import { XMLParser } from 'fast-xml-parser'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApps } from '../scripts/apps.ts'
import { supported } from './manifest.ts'
import { renderApp } from './render.ts'

/** An element of info.xml, in document order. */
interface Element { name: string, lang: string | undefined, attributes: Record<string, string>, text: string, children: Element[] }

/** The elements of info.xml in the order of the XSD; those with `true` must be there. */
const order: Record<string, boolean> = {
	id: true,
	name: true,
	summary: true,
	description: true,
	version: true,
	licence: true,
	author: true,
	namespace: true,
	documentation: false,
	category: true,
	website: true,
	bugs: true,
	repository: true,
	dependencies: true,
	'background-jobs': false,
	'repair-steps': false,
	commands: false,
	settings: true,
	navigations: false,
}
const categories = ['customization', 'files', 'monitoring', 'organization']
const topic = /\n(?:\/\/ |\/\*\* )\S/

type Node = { [key: string]: Node[] | Record<string, string> | string }

function elements(nodes: Node[]): Element[] {
	return nodes.flatMap((node) => {
		const name = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'))
		const content = name === undefined ? undefined : node[name]
		if (name === undefined || !Array.isArray(content)) {
			return []
		}
		const attributes = (node[':@'] ?? {}) as Record<string, string>
		const text = content.map((inner) => inner['#text']).filter((inner) => typeof inner === 'string').join('')
		return [{ name, lang: attributes.lang, attributes, text, children: elements(content) }]
	})
}

function readInfo(file: string): Element[] {
	const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false })
	return elements(parser.parse(readFileSync(file, 'utf8')) as Node[])[0]?.children ?? []
}

function tree(dir: string): Map<string, string> {
	const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
	return new Map(files.map((entry) => join(entry.parentPath, entry.name)).sort().map((file) => [relative(dir, file), readFileSync(file, 'utf8')]))
}

const apps = await findApps()
const out = mkdtempSync(join(tmpdir(), 'ensemble-render-'))
afterAll(() => rmSync(out, { recursive: true }))

describe.each(apps)('$name', ({ dir, manifest }) => {
	const app = join(out, manifest.id)
	let files = new Map<string, string>()
	let info: Element[] = []
	const all = (name: string) => info.filter((element) => element.name === name)
	const one = (name: string) => all(name)[0]

	beforeAll(async () => {
		await renderApp(dir, app)
		files = tree(app)
		info = readInfo(join(app, 'appinfo/info.xml'))
	})

	it('gives the same bytes each time', async () => {
		await renderApp(dir, app)
		const again = join(out, `${manifest.id}-again`)
		await renderApp(dir, again)
		expect(tree(app)).toEqual(files)
		expect(tree(again)).toEqual(files)
	})

	it('has the elements that the store wants, in its order', () => {
		const names = info.map(({ name }) => name)
		expect(names).toEqual([...names].sort((a, b) => Object.keys(order).indexOf(a) - Object.keys(order).indexOf(b)))
		expect(names.filter((name) => !(name in order))).toEqual([])
		expect(Object.keys(order).filter((name) => order[name] && !names.includes(name))).toEqual([])
		for (const name of new Set(names)) {
			expect(all(name).length, name).toBe(['name', 'summary', 'description'].includes(name) ? 2 : 1)
		}
	})

	it('is named in both languages and within the lengths', () => {
		for (const name of ['name', 'summary', 'description']) {
			expect(all(name).map(({ lang }) => lang)).toEqual([undefined, 'fr'])
			for (const { text } of all(name)) {
				expect(text.length, name).toBeGreaterThan(0)
				expect(text.length, name).toBeLessThanOrEqual(name === 'description' ? 4000 : 128)
			}
		}
		for (const { name, text } of info.filter(({ name }) => name !== 'description')) {
			expect(text.length, name).toBeLessThanOrEqual(256)
		}
	})

	it('has an id, a licence, a category and addresses as the store wants', () => {
		expect(one('id')?.text).toBe(manifest.id)
		expect(manifest.id).toMatch(/^[a-z]+[a-z0-9_]*[a-z0-9]+$/)
		// Nextcloud's tables keep ids in 32 characters.
		expect(manifest.id.length).toBeLessThanOrEqual(32)
		expect(one('licence')?.text).toBe('AGPL-3.0-or-later')
		expect(categories).toContain(one('category')?.text)
		expect(one('namespace')?.text).toMatch(/^[A-Z][A-Za-z0-9]*$/)
		for (const name of ['website', 'bugs', 'repository']) {
			expect(one(name)?.text, name).toMatch(/^https:\/\/.+/)
		}
	})

	it('has the version of the newest entry of its changelog', () => {
		const changelog = files.get('CHANGELOG.md') ?? ''
		expect(one('version')?.text).toMatch(/^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$/)
		expect(changelog.match(/^## (\d+\.\d+\.\d+)/m)?.[1]).toBe(one('version')?.text)
		expect(changelog).toContain('## [Unreleased]')
	})

	it('is for the supported Nextcloud and PHP', () => {
		const [php, nextcloud, ...others] = one('dependencies')?.children ?? []
		expect([php?.name, nextcloud?.name, others]).toEqual(['php', 'nextcloud', []])
		expect(php?.attributes).toEqual({ 'min-version': supported.php.min, 'max-version': supported.php.max })
		expect(nextcloud?.attributes).toEqual({ 'min-version': String(supported.nextcloud.min), 'max-version': String(supported.nextcloud.max) })
		expect(supported.nextcloud.min).toBeLessThanOrEqual(supported.nextcloud.max)
	})

	it('names only classes that are there', () => {
		const named = ['background-jobs', 'commands', 'settings'].flatMap((name) => one(name)?.children ?? []).map(({ text }) => text)
		const wanted = [
			...named,
			...[...manifest.jobs ?? []].map((job) => `OCA\\${manifest.namespace}\\BackgroundJob\\${job}`),
			...[...manifest.commands ?? []].map((command) => `OCA\\${manifest.namespace}\\Command\\${command}`),
			...[...manifest.repairSteps ?? []].map((step) => `OCA\\${manifest.namespace}\\Migration\\${step}`),
			...[...manifest.widgets ?? []].map((widget) => `OCA\\${manifest.namespace}\\Dashboard\\${widget}`),
			...Object.keys(manifest.data ?? {}).map((name) => `OCA\\${manifest.namespace}\\Data\\${name}`),
			...(manifest.notifier ? [`OCA\\${manifest.namespace}\\Notification\\${manifest.notifier}`] : []),
			...(manifest.migrator ? [`OCA\\${manifest.namespace}\\UserMigration\\${manifest.migrator}`] : []),
			...Object.values(manifest.listeners ?? {}).map((listener) => `OCA\\${manifest.namespace}\\Listener\\${listener}`),
			`OCA\\${manifest.namespace}\\Pending`,
		]
		expect(named.length).toBe(2 + (manifest.jobs?.length ?? 0) + (manifest.commands?.length ?? 0))
		for (const name of wanted) {
			expect(name).toMatch(/^OCA(\\[A-Z][A-Za-z0-9]*)+$/)
			expect(files.has(`lib/${name.split('\\').slice(2).join('/')}.php`), name).toBe(true)
		}
	})

	it('opens its page from the user menu, if it has one', () => {
		const navigation = one('navigations')?.children[0]
		expect(navigation !== undefined).toBe(manifest.page !== undefined)
		expect(files.has('templates/page.php')).toBe(manifest.page !== undefined)
		expect(files.has('lib/Controller/PageController.php')).toBe(manifest.page !== undefined)
		if (navigation !== undefined) {
			expect(navigation.children.map(({ name }) => name)).toEqual(['id', 'name', 'route', 'icon', 'order', 'type'])
			const [id, , route, icon, , type] = navigation.children.map(({ text }) => text)
			expect([id, route, type]).toEqual([manifest.id, `${manifest.id}.page.index`, 'settings'])
			expect(files.has(`img/${icon}`)).toBe(true)
		}
	})

	it('keeps every PHP class where Nextcloud looks for it', () => {
		const php = [...files].filter(([file]) => file.startsWith('lib/') && file.endsWith('.php'))
		expect(php.length).toBeGreaterThan(10)
		for (const [file, text] of php) {
			const path = file.slice('lib/'.length, -'.php'.length).split('/')
			expect(text, file).toContain(`\nnamespace ${['OCA', manifest.namespace, ...path.slice(0, -1)].join('\\')};\n`)
			expect(text, file).toMatch(new RegExp(`^(abstract |final |readonly )*(class|enum|interface) ${path.at(-1)}\\b`, 'm'))
			expect(text, file).toContain('\ndeclare(strict_types=1);\n')
		}
	})

	it('begins every text with its licence and topic, and leaves no template behind', () => {
		for (const [file, text] of files) {
			expect(text, file).not.toMatch(/<%|%>|undefined|\[object/)
			if (file.endsWith('.php')) {
				expect(text, file).toContain('SPDX-License-Identifier: AGPL-3.0-or-later')
				expect(text.split('AGPL-3.0-or-later')[1], file).toMatch(topic)
			}
		}
		expect(files.get('LICENSE')).toContain('GNU AFFERO GENERAL PUBLIC LICENSE')
		for (const picture of ['img/app.svg', 'img/app-dark.svg']) {
			expect(files.get(picture), picture).toContain('viewBox="0 0 20 20"')
		}
	})

	it('carries the contract for PHP', () => {
		const contract = JSON.parse(files.get('lib/contract.json') ?? '{}') as { app: string, endpoints: Record<string, { status: number }>, settings: { properties: Record<string, object> } }
		expect(contract.app).toBe(manifest.id)
		expect(contract.endpoints['GET /api/v1/settings']).toEqual({ who: 'admin', status: 200, body: null, params: null, errors: {} })
		expect(Object.values(contract.settings.properties).every((field) => 'default' in field)).toBe(true)
		const controllers = [...files].filter(([file]) => file.startsWith('lib/Controller/')).map(([, text]) => text).join('\n')
		const routes = [...controllers.matchAll(/#\[ApiRoute\(verb: '([A-Z]+)', url: '([^']+)'/g)].map(([, verb, url]) => `${verb} ${url}`)
		expect(routes.sort()).toEqual(Object.keys(contract.endpoints).sort())
	})
})
