// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The command `ensemble`. Each command is a file in commands/; this one puts them together and turns errors into sentences and exit codes. */

import type { Context, GlobalOptions } from './context.ts'
import type { Terminal } from './output.ts'

import { Command, CommanderError } from 'commander'
import { InventoryError } from '../inventory/read.ts'
import { addAgent } from './commands/agent.ts'
import { addAnsible } from './commands/ansible.ts'
import { addCompletion } from './commands/completion.ts'
import { addControl } from './commands/control.ts'
import { addDemo } from './commands/demo.ts'
import { addHeal } from './commands/heal.ts'
import { addInventory } from './commands/inventory.ts'
import { addPack } from './commands/pack.ts'
import { addPlan } from './commands/plan.ts'
import { addPolicy } from './commands/policy.ts'
import { addReport } from './commands/report.ts'
import { addRollback } from './commands/rollback.ts'
import { addRollout } from './commands/rollout.ts'
import { addScan } from './commands/scan.ts'
import { addStatus } from './commands/status.ts'
import { addVerify } from './commands/verify.ts'
import { EXIT, EXIT_NAMES, exitHelp, exitOfError } from './exitCodes.ts'
import { Output } from './output.ts'

/** Where a command runs. */
export interface Surroundings {
	readonly out: Terminal
	readonly err: Terminal
	readonly env: Readonly<Record<string, string | undefined>>
	/** Ctrl-C. */
	readonly signal: AbortSignal
}

/**
 * Runs a command line.
 *
 * @param args what comes after the command's name
 * @param surroundings terminal, environment, Ctrl-C
 * @return the exit code; never throws
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
	let code: number = EXIT.ok
	const program = new Command('ensemble')
	const context = (): Context => {
		const options = program.opts<GlobalOptions>()
		return {
			options,
			output: new Output(surroundings.out, surroundings.err, { json: options.json === true, env: surroundings.env }),
			signal: surroundings.signal,
			exit: (wanted) => {
				code = wanted
			},
			code: () => code,
		}
	}
	program
		.description('Brings a pack of Nextcloud apps to every space of a fleet, wave after wave, and back.')
		.option('-i, --inventory <file>', 'the inventory', surroundings.env.ENSEMBLE_INVENTORY ?? 'fleet.yaml')
		.option('--json', 'print one JSON value for programs')
		.addHelpText('after', `
A first roll-out:
    ensemble inventory import /srv/spaces      makes fleet.yaml
    ensemble plan /srv/packs/1.1.0             says what would change
    ensemble rollout plan.json                 canaries first
    ensemble status                            where it stands
    ensemble rollback --all                    as it was before

Without a fleet: ensemble demo
${exitHelp(EXIT_NAMES)}`)
		.configureOutput({ writeOut: surroundings.out.write, writeErr: surroundings.err.write })
		.exitOverride()
		.showHelpAfterError('(ensemble --help says what there is)')
	addPack(program, context)
	addVerify(program, context)
	addInventory(program, context)
	addPlan(program, context)
	addRollout(program, context)
	addStatus(program, context)
	addControl(program, context)
	addRollback(program, context)
	addScan(program, context)
	addHeal(program, context)
	addPolicy(program, context)
	addReport(program, context)
	addAgent(program, context)
	addAnsible(program, context)
	addDemo(program, context, (inner, last) => {
		// With --json the last of its commands says the one value.
		const json = program.opts<GlobalOptions>().json === true
		return main([...inner, ...json && last ? ['--json'] : []], json && !last ? { ...surroundings, out: { isTTY: false, write: () => {} } } : surroundings)
	})
	addCompletion(program, context)
	// "ensemble status --json" as well as "ensemble --json status".
	const globals = args.filter((word) => word === '--json')
	try {
		await program.parseAsync([...globals.slice(0, 1), ...args.filter((word) => word !== '--json')], { from: 'user' })
		return code
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) {
				return EXIT.ok
			}
			context().output.json({ error: errorValue(error), exit: EXIT.usage })
			return EXIT.usage
		}
		const wrong = exitOfError(error)
		surroundings.err.write(`${error instanceof Error ? error.message : String(error)}\n`)
		context().output.json({ error: errorValue(error), exit: wrong })
		if (wrong === EXIT.failed && surroundings.env.ENSEMBLE_DEBUG && error instanceof Error) {
			surroundings.err.write(`${error.stack}\n`)
		}
		return wrong
	}
}

/** An error for programs: its name and sentence, a pack's code, what is wrong in an inventory and where. */
function errorValue(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) {
		return { name: 'Error', message: String(error) }
	}
	const { name, message } = error
	return { name, message, ...'code' in error ? { code: error.code } : {}, ...error instanceof InventoryError ? { complaints: error.complaints } : {} }
}
