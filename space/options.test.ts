// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The command line. */

import { expect, it } from 'vitest'
import { isLoopback, readOptions, UsageError } from './options.ts'

it('has defaults', () => {
	expect(readOptions([], {})).toEqual({ port: 8080, host: 'localhost', dataFile: undefined, help: false })
})

it('reads options, and PORT where --port is missing', () => {
	expect(readOptions(['--port', '90', '--host', '0.0.0.0', '--data', 'a.json'], { PORT: '91' })).toEqual({ port: 90, host: '0.0.0.0', dataFile: 'a.json', help: false })
	expect(readOptions(['--help'], { PORT: '91' })).toMatchObject({ port: 91, help: true })
})

it.each([[['--port', 'x']], [['--port', '70000']], [['--data', '']], [['--colour', 'red']], [['--port']]])('refuses %o', (args) => {
	expect(() => readOptions(args, {})).toThrow(UsageError)
})

it('knows what only this computer can reach', () => {
	expect(['localhost', '127.0.0.1', '::1', '0.0.0.0', '192.168.1.2', 'example.org'].map(isLoopback)).toEqual([true, true, true, false, false, false])
})
