// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finds every text that people read: in TypeScript, Vue, PHP, the contracts and the manifests. */

import type { App } from '../apps.ts'

import { messages } from '@ensemble/shared/contract/messages'
import { GettextExtractor, HtmlExtractors, JsExtractors } from 'gettext-extractor'
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { parse } from 'vue/compiler-sfc'
import { root } from '../apps.ts'
import { pluralKey } from './catalogue.ts'

/** Where texts are used; keys as Nextcloud writes them. */
export interface Texts {
	/** What may come on any page, and what the admin screens show before they are open: l10n/<lang>.js. */
	member: Set<string>
	/** What else the app's own page shows: a chunk of its own (scripts/build/lateTexts.ts). */
	page: Set<string>
	/** What else the open admin screens show: a chunk of their own, too. */
	admin: Set<string>
	/** What PHP says: l10n/<lang>.json. */
	server: Set<string>
}

/**
 * The texts of one app's own sources.
 *
 * @param app the app
 */
export function appTexts(app: App): Texts {
	const server = phpTexts(files(app.dir, 'lib/**/*.php'))
	for (const endpoint of Object.values(app.contract.endpoints)) {
		for (const { message } of Object.values(endpoint.errors ?? {})) {
			server.add(message)
		}
	}
	for (const name of manifestNames(app)) {
		server.add(name.en)
	}
	return { ...browserSides(app, (file) => file.startsWith(app.dir)), server }
}

/**
 * The texts of what several apps share: all of appinfo-templates/, the contract's sentences, and the shared modules
 * that the app uses.
 *
 * @param app the app
 */
export function sharedTexts(app: App): Texts {
	const server = phpTexts(files(join(root, 'appinfo-templates'), '**/*.{php,eta}'))
	for (const sentence of Object.values(messages)) {
		server.add(sentence)
	}
	return { ...browserSides(app, (file) => !file.startsWith(app.dir)), server }
}

/** Nextcloud loads l10n/<lang>.js with every script of an app: a page should not download what is read on others only. */
function browserSides(app: App, wanted: (file: string) => boolean): Omit<Texts, 'server'> {
	const { admin, page } = app.manifest
	const late = { admin: admin.entry, page: page?.entry }
	const path = (entry: string) => join(app.dir, app.manifest.entries[entry]!)
	const anywhere = Object.keys(app.manifest.entries).filter((entry) => !Object.values(late).includes(entry)).map(path)
	const member = browserTexts([...new Set([...reachable(anywhere, true), ...reachable([path(late.admin)], false)])].filter(wanted))
	const others = (entry?: string) => {
		const texts = entry === undefined ? [] : [...browserTexts(reachable([path(entry)], true).filter(wanted))]
		return new Set(texts.filter((key) => !member.has(key)))
	}
	return { member, admin: others(late.admin), page: others(late.page) }
}

/**
 * The names in a manifest that Nextcloud translates on the server; their French stands in the manifest itself.
 *
 * @param app the app
 */
export function manifestNames(app: App) {
	const { name, admin, page } = app.manifest
	return [name, admin.title, ...page ? [page.title] : []]
}

function files(dir: string, pattern: string): string[] {
	return globSync(pattern, { cwd: dir }).map((file) => join(dir, file)).filter((file) => !file.endsWith('.test.ts')).sort()
}

/** Follows the imports of files through the workspace; import() too, or only what comes at once. */
function reachable(entries: string[], lazily: boolean): string[] {
	const pattern = lazily ? /(?:from|import)\s*\(?\s*'([^']+)'/g : /(?:from|import)\s*'([^']+)'/g
	const found = new Set<string>()
	const queue = [...entries]
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		if (found.has(file)) {
			continue
		}
		found.add(file)
		for (const [, specifier] of readFileSync(file, 'utf8').matchAll(pattern)) {
			const target = locate(specifier!, file)
			if (target) {
				queue.push(target)
			}
		}
	}
	return [...found].sort()
}

function locate(specifier: string, from: string): string | undefined {
	if (specifier.includes('?') || specifier.endsWith('.css')) {
		return undefined
	}
	if (specifier.startsWith('.')) {
		return resolve(dirname(from), specifier)
	}
	const shared = specifier.match(/^@ensemble\/shared\/(.+)$/)?.[1]
	return shared && join(root, 'shared', shared.endsWith('.vue') ? shared : `${shared}.ts`)
}

function browserTexts(sources: string[]): Set<string> {
	const extractor = new GettextExtractor()
	const script = extractor.createJsParser([
		JsExtractors.callExpression(['t', '[this].t'], { arguments: { text: 0 } }),
		JsExtractors.callExpression(['n', '[this].n'], { arguments: { text: 0, textPlural: 1 } }),
	])
	const template = extractor.createHtmlParser([
		HtmlExtractors.embeddedJs('*', script),
		HtmlExtractors.embeddedAttributeJs(/^(:|@|#|v-)/, script),
	])
	for (const file of sources) {
		const name = relative(root, file)
		const text = readFileSync(file, 'utf8')
		if (file.endsWith('.vue')) {
			const { descriptor } = parse(text, { filename: name })
			script.parseString(`${descriptor.script?.content ?? ''}\n${descriptor.scriptSetup?.content ?? ''}`, name)
			// As an escape: the HTML parser would give a no-break space back as an entity, and nobody would find that sentence.
			template.parseString((descriptor.template?.content ?? '').replaceAll('\u00A0', '\\u00A0'), name)
		} else {
			script.parseString(text, name)
		}
	}
	return new Set(extractor.getMessages().map(({ text, textPlural }) => textPlural ? pluralKey(text!, textPlural) : text!))
}

/** PHP's `->t('…')` and `->n('…', '…', `; texts are single-quoted literals. */
function phpTexts(sources: string[]): Set<string> {
	const literal = String.raw`'((?:[^'\\]|\\.)*)'`
	const unquote = (text: string) => text.replaceAll(/\\(['\\])/g, '$1')
	const found = new Set<string>()
	for (const file of sources) {
		const text = readFileSync(file, 'utf8')
		for (const [, one] of text.matchAll(new RegExp(`->t\\(\\s*${literal}`, 'g'))) {
			found.add(unquote(one!))
		}
		for (const [, one, many] of text.matchAll(new RegExp(`->n\\(\\s*${literal}\\s*,\\s*${literal}`, 'g'))) {
			found.add(pluralKey(unquote(one!), unquote(many!)))
		}
	}
	return found
}
