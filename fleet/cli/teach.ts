// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What `--help` of a command teaches beyond its options: examples, and the exit codes that it can have. */

import type { Command } from 'commander'
import type { ExitName } from './exitCodes.ts'

import { exitHelp } from './exitCodes.ts'

/** A command line, and what it does. */
export type Example = readonly [line: string, what: string]

/**
 * Adds examples and exit codes to a command's help.
 *
 * @param command which
 * @param examples at least one
 * @param exits the codes it can end with besides 0 and 2
 * @param other sentences about codes that differ for this command
 * @return the command
 */
export function teach(command: Command, examples: readonly [Example, ...Example[]], exits: readonly ExitName[] = [], other: Partial<Record<ExitName, string>> = {}): Command {
	const width = Math.max(...examples.map(([line]) => line.length))
	return command.addHelpText('after', [
		'',
		'Examples:',
		...examples.map(([line, what]) => `    ${line.padEnd(width)}  ${what}`),
		'',
		exitHelp(['ok', ...exits.filter((name) => name === 'failed'), 'usage', ...exits.filter((name) => name !== 'failed')], other),
	].join('\n'))
}
