// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is printed: colours for people only, nothing that a terminal would obey. */

import { describe, expect, it } from 'vitest'
import { Output } from './output.ts'

/** An output that keeps what it is given. */
function kept({ isTTY = true, json = false, env = {} }: { isTTY?: boolean, json?: boolean, env?: Record<string, string> } = {}) {
	const text = { out: '', err: '' }
	const to = (name: 'out' | 'err') => ({
		isTTY,
		write: (more: string) => {
			text[name] += more
		},
	})
	return { text, output: new Output(to('out'), to('err'), { json, env }) }
}

describe('Output', () => {
	it('takes control characters out of what hosts say, and keeps its own colours', () => {
		const { output, text } = kept()
		output.line(output.paint('red', 'bad \u001B]0;title\u0007 \u001B[2J \r\u0000x'))
		output.remark('\r\u001B[K! space: \u009B31m gone')
		expect(text).toEqual({ out: '\u001B[31mbad �]0;title� �[2J ��x\u001B[0m\n', err: '\r\u001B[K! space: �31m gone\n' })
	})

	it('has colours on a terminal only, and none where nobody wants them', () => {
		expect(kept().output.paint('red', 'x')).toBe('\u001B[31mx\u001B[0m')
		expect(kept({ isTTY: false }).output.paint('red', 'x')).toBe('x')
		expect(kept({ env: { NO_COLOR: '1' } }).output.paint('red', 'x')).toBe('x')
	})

	it('moves a line on a terminal only, not in CI, not with --json', () => {
		expect([kept(), kept({ isTTY: false }), kept({ env: { CI: '1' } }), kept({ json: true })].map(({ output }) => output.lively)).toEqual([true, false, false, false])
	})

	it('prints one value with --json, and lines without', () => {
		const both = [kept(), kept({ json: true })]
		both.forEach(({ output }) => {
			output.line('hello')
			output.json({ a: 1 })
		})
		expect(both.map(({ text }) => text.out)).toEqual(['hello\n', '{\n\t"a": 1\n}\n'])
	})
})
