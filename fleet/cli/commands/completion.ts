// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble completion`: a script that lets bash, zsh or fish complete commands and options. */

import type { Command } from 'commander'
import type { Context } from '../context.ts'

import { UsageError } from '../exitCodes.ts'
import { teach } from '../teach.ts'

/**
 * Adds the command.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addCompletion(program: Command, context: () => Context): void {
	teach(program.command('completion').argument('<shell>', 'bash, zsh or fish').summary('print a completion script')
		.description('Prints a script by which the shell completes commands, options and files.')
		.action((shell: string) => {
			const { output } = context()
			const script = completion(program, shell).trimEnd()
			output.json({ shell, script })
			output.line(script)
		}), [
		['ensemble completion bash > /etc/bash_completion.d/ensemble', 'bash'],
		['ensemble completion zsh > ~/.zfunc/_ensemble', 'zsh'],
		['ensemble completion fish > ~/.config/fish/completions/ensemble.fish', 'fish'],
	])
}

/**
 * The script.
 *
 * @param program whose commands and options
 * @param shell bash, zsh or fish
 * @throws UsageError for another shell
 */
export function completion(program: Command, shell: string): string {
	const globals = options(program)
	const commands = program.commands.map((command) => ({ name: command.name(), summary: command.summary(), words: [...new Set([...options(command), ...command.commands.flatMap((sub) => [sub.name(), ...options(sub)])])] }))
	const names = commands.map(({ name }) => name)
	switch (shell) {
		case 'zsh':
			return `autoload -U +X bashcompinit && bashcompinit\n${completion(program, 'bash')}`
		case 'bash':
			return [
				'_ensemble() {',
				'\tlocal word=${COMP_WORDS[COMP_CWORD]} command= each',
				`\tfor each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do case $each in ${names.join('|')}) command=$each; break ;; esac; done`,
				'\tcase $command in',
				...commands.map(({ name, words }) => `\t\t${name}) words="${[...words, ...globals].join(' ')}" ;;`),
				`\t\t*) words="${[...names, ...globals].join(' ')}" ;;`,
				'\tesac',
				'\tCOMPREPLY=($(compgen -W "$words" -- "$word"))',
				'\t[ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))',
				'}',
				'complete -o filenames -F _ensemble ensemble',
				'',
			].join('\n')
		case 'fish':
			return [
				...commands.map(({ name, summary }) => `complete -c ensemble -n __fish_use_subcommand -f -a ${name} -d '${summary.replaceAll('\'', '\\\'')}'`),
				...commands.flatMap(({ name, words }) => words.map((word) => `complete -c ensemble -n '__fish_seen_subcommand_from ${name}' ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`}`)),
				...globals.map((word) => `complete -c ensemble -l ${word.slice(2)}`),
				'',
			].join('\n')
		default:
			throw new UsageError(`There is completion for bash, zsh and fish, not for "${shell}".`)
	}
}

function options(command: Command): string[] {
	return command.options.flatMap(({ long }) => long ?? [])
}
