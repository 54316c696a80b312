// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every command explains itself, is completed by the shell, ends with a documented code, and ops.md says only what is there. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXIT, EXIT_SENTENCES } from './exitCodes.ts'
import { ensemble } from './testing.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Names in the list of commands of a help text. */
function named(help: string): string[] {
	const list = /^Commands:\n((?: {2}.*\n?)+)/m.exec(help)?.[1] ?? ''
	return [...list.matchAll(/^ {2}([a-z]\S*)/gm)].map(([, name]) => name!).filter((name) => name !== 'help')
}

const program = (await ensemble(['--help'])).out
const commands = await Promise.all(named(program).map(async (name) => {
	const help = (await ensemble([name, '--help'])).out
	const subs = await Promise.all(named(help).map(async (sub) => ({ words: [name, sub], help: (await ensemble([name, sub, '--help'])).out })))
	return [{ words: [name], help }, ...subs]
}))
const all = commands.flat()
const bash = (await ensemble(['completion', 'bash'])).out

describe('--help', () => {
	it('names every command of the tool', () => {
		expect(commands.map(([first]) => first!.words[0])).toEqual(expect.arrayContaining(['pack', 'keygen', 'verify', 'unpack', 'inventory', 'plan', 'rollout', 'status', 'resume', 'pause', 'approve', 'abort', 'rollback', 'scan', 'heal', 'policy', 'report', 'agent', 'ansible', 'demo', 'completion']))
	})

	it.each(all.map(({ words, help }) => [words.join(' '), help] as const))('%s teaches: what it does, an example, its exit codes', (line, help) => {
		expect(help).toContain(`Usage: ensemble ${line}`)
		// A group only lists what is in it.
		if (named(help).length === 0 || /^Examples:$/m.test(help)) {
			expect(help).toMatch(/^Examples:\n {4}ensemble /m)
			expect(help).toMatch(/^Exit codes:\n {4}0 /m)
		}
		const examples = [...help.matchAll(/^ {4}(ensemble \S.*?)(?: {2,}|$)/gm)].map(([, example]) => example!)
		examples.forEach((example) => expect(words(example).filter((word) => word.startsWith('--') && !program.includes(word) && !all.some((one) => one.help.includes(word)))).toEqual([]))
	})

	it('says every exit code once, as the code does', () => {
		for (const [name, number] of Object.entries(EXIT)) {
			expect(program.split(EXIT_SENTENCES[name as keyof typeof EXIT])).toHaveLength(2)
			expect(program).toContain(`${String(number).padStart(3)}  ${EXIT_SENTENCES[name as keyof typeof EXIT]}`)
		}
	})
})

describe('completion', () => {
	it('knows every command, sub-command and option', () => {
		for (const { words: [name, sub], help } of all) {
			const line = bash.split('\n').find((text) => text.startsWith(`\t\t${name}) `)) ?? ''
			expect(line).not.toBe('')
			const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option!).filter((option) => option !== '--help' && option !== '--version')
			expect(line.split(/["\s]/)).toEqual(expect.arrayContaining([...sub === undefined ? [] : [sub], ...options]))
		}
	})

	it('completes in bash', () => {
		const script = `${bash}\nCOMP_WORDS=(ensemble roll); COMP_CWORD=1; _ensemble; echo "\${COMPREPLY[@]}"\nCOMP_WORDS=(ensemble policy pu); COMP_CWORD=2; _ensemble; echo "\${COMPREPLY[@]}"`
		expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe('rollout rollback\npush\n')
	})

	it('refuses a shell that it does not know', async () => {
		expect(await ensemble(['completion', 'ksh'])).toMatchObject({ code: 2, err: 'There is completion for bash, zsh and fish, not for "ksh".\n' })
	})
})

describe('docs/ops.md', () => {
	const text = readFileSync(join(ROOT, 'docs/ops.md'), 'utf8')
	const lines = [...text.matchAll(/(?:`|^\s*(?:sudo )?)(ensemble(?: [^`\n#|]*)?)/gm)].map(([, line]) => line!.trim()).filter((line) => /^ensemble [a-z]/.test(line))

	it('names only commands and options that are there', () => {
		expect(lines.length).toBeGreaterThan(30)
		for (const line of lines) {
			const parts = words(line).slice(1).filter((word) => word !== '')
			const plain = parts.filter((word) => /^[a-z]+$/.test(word))
			const sub = all.find((one) => one.words.join(' ') === plain.slice(0, 2).join(' '))
			const command = sub ?? all.find((one) => one.words.join(' ') === plain[0])
			expect(command, line).toBeDefined()
			parts.filter((word) => word.startsWith('--')).forEach((option) => expect(`${command!.help}${program}`, line).toContain(option))
		}
	})

	it('says every exit code', () => {
		Object.values(EXIT).forEach((number) => expect(text.split('\n').some((line) => line.startsWith(`| ${number} |`)), String(number)).toBe(true))
	})
})

/** The words of a command line; what is in quotes is one. */
function words(line: string): string[] {
	return [...line.matchAll(/"[^"]*"|'[^']*'|\S+/g)].map(([word]) => word)
}
