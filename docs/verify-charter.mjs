// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Checks an export of the charter app, without Nextcloud and without anything but Node 18 or newer:
 *
 *     node verify-charter.mjs charter.json [hash]
 *
 * The hash is the last one of an earlier check, noted down then: with it, an export that was cut short since is noticed.
 * Ends with 0 if all fits, 1 if something was changed, 2 if the file could not be checked at all.
 */

import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'

const NO_PREVIOUS = '0'.repeat(64)

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const part = (name, text) => `${name} ${Buffer.byteLength(text, 'utf8')}\n${text}\n`
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (text) => isObject(text) && typeof text.title === 'string' && typeof text.body === 'string' && Array.isArray(text.summary) && text.summary.every((sentence) => typeof sentence === 'string')

/**
 * Each part of a text is announced with its length in bytes, so no text can pass for another one.
 *
 * @param {string} language as `fr`
 * @param {{title: string, summary: string[], body: string}} text the charter in this language
 */
function hashOfText(language, text) {
	const sentences = text.summary.map((sentence) => part('sentence', sentence)).join('')
	return sha256('ensemble-charter-text 1\n' + part('language', language) + part('title', text.title) + sentences + part('body', text.body))
}

/**
 * Each answer carries the hash of the one before it: none can be changed, moved or removed without changing all that follow.
 *
 * @param {object} answer of the export
 */
function hashOfAnswer(answer) {
	const { number, previous, version, language, textHash, choice, at, person } = answer
	return sha256(`ensemble-charter-answer 1\nnumber ${number}\nprevious ${previous}\nversion ${version}\nlanguage ${language}\ntext ${textHash}\nchoice ${choice}\nat ${at}\nperson ${person}\n`)
}

/**
 * The hashes of the texts, by `<version> <language>`.
 *
 * @param {object[]} versions of the export
 * @param {string[]} problems takes what is wrong
 */
function checkTexts(versions, problems) {
	const hashes = new Map()
	for (const { id, number, owner, texts, hashes: told } of versions) {
		// The association's versions and the host's are numbered each for itself.
		const name = owner === 'host' ? `Version ${number} of the host` : `Version ${number}`
		if (versions.filter((other) => other.id === id).length > 1) {
			problems.push(`${name}: there are several versions with its id.`)
		}
		for (const language of new Set([...Object.keys(texts), ...Object.keys(told)])) {
			const hash = isText(texts[language]) ? hashOfText(language, texts[language]) : null
			if (hash === null) {
				problems.push(`${name}, language ${language}: there is no whole text.`)
			} else if (hash !== told[language]) {
				problems.push(`${name}, language ${language}: this is not the text that was published. Its hash is ${hash}, that of the published text is ${told[language]}.`)
			}
			hashes.set(`${id} ${language}`, hash)
		}
	}
	return hashes
}

/**
 * Checks the answers, each with the one before it.
 *
 * @param {object[]} answers of the export
 * @param {Map<string, string>} hashes of the texts
 * @param {string[]} problems takes what is wrong
 * @return {string} hash of the last answer
 */
function checkAnswers(answers, hashes, problems) {
	let before = { number: 0, hash: NO_PREVIOUS }
	for (const answer of answers) {
		const { number, previous, version, language, textHash, hash } = answer
		const say = (what) => problems.push(`Answer ${number}: ${what}`)
		if (number !== before.number + 1) {
			say(`answer ${before.number + 1} should be in its place.`)
		}
		if (previous !== before.hash) {
			say('it does not follow the answer that stands before it.')
		}
		if (!hashes.has(`${version} ${language}`)) {
			say('the text that it was given to is not in this file.')
		} else if (hashes.get(`${version} ${language}`) !== textHash) {
			say('it was given to another text than the one in this file.')
		}
		if (hash !== hashOfAnswer(answer)) {
			say('it was changed: its hash is not the hash of what it says.')
		}
		before = answer
	}
	return before.hash
}

/**
 * Ends: the file cannot be checked at all.
 *
 * @param {string} message why
 */
function fail(message) {
	process.stderr.write(`${message}\n`)
	process.exit(2)
}

/**
 * The export in a file.
 *
 * @param {string} file its path
 */
function read(file) {
	let found
	try {
		found = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
	} catch (error) {
		fail(`The file ${file} cannot be read: ${error.message}`)
	}
	// As it comes from the API, the export is wrapped up.
	const data = found?.ocs?.data ?? found
	const whole = data?.format === 'ensemble-charter-export 1'
		&& Array.isArray(data.versions) && data.versions.every((one) => isObject(one) && isObject(one.texts) && isObject(one.hashes))
		&& Array.isArray(data.answers) && data.answers.every(isObject)
	return whole ? data : fail(`The file ${file} is no export of the charter app ("ensemble-charter-export 1").`)
}

const [file, noted, ...more] = process.argv.slice(2)
if (file === undefined || more.length > 0 || (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted))) {
	fail('Usage: node verify-charter.mjs charter.json [hash noted earlier: 64 hexadecimal digits]')
}
const { exportedAt, versions, answers } = read(file)
const problems = []
const hashes = checkTexts(versions, problems)
const head = checkAnswers(answers, hashes, problems)
if (noted !== undefined && noted !== NO_PREVIOUS && !answers.some(({ hash }) => hash === noted)) {
	problems.push('The hash noted earlier is not in this chain: answers have been removed or changed since.')
}
const lines = [
	...Number.isSafeInteger(exportedAt) ? [`Exported: ${new Date(exportedAt * 1000).toISOString()}`] : [],
	`Checked: ${versions.length} versions, ${hashes.size} texts, ${answers.length} answers.`,
	...problems,
	...problems.length > 0
		? ['THIS EXPORT WAS CHANGED, or it is damaged.']
		: ['Every text is the one that was published, and every answer is whole and in its place.', `Last hash, to be noted down: ${head}`],
	'Names of accounts and reasons are not part of any hash: they can be deleted, and so they prove nothing.',
]
// What stands in the file may be anything: nothing of it may speak to the terminal.
process.stdout.write(lines.map((line) => line.replaceAll(/\p{Cc}/gu, '?')).join('\n') + '\n')
process.exitCode = problems.length > 0 ? 1 : 0
