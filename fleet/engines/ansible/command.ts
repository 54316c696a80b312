// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts ansible-playbook and finds out which hosts it did not reach, and why hosts failed. */

import { spawn } from 'node:child_process'

/** How a host came out of a playbook. */
export interface HostEnd {
	/** It could not be reached. */
	readonly unreachable: boolean
	/** What Ansible said, when it failed; null where it did not. */
	readonly message: string | null
}

/** How a playbook ended. */
export interface PlaybookEnd {
	/** By name; hosts that Ansible does not mention are absent. */
	readonly hosts: ReadonlyMap<string, HostEnd>
	/** What was wrong with the playbook or with Ansible itself; null where hosts were worked on. */
	readonly error: string | null
}

/** What is kept of the output. */
const KEEP = 4_000_000

/**
 * Runs a playbook to its end. Ctrl-C is for us: Ansible runs in a group of its own.
 *
 * @param options program; files; forks: hosts at a time; timeout in seconds, after which Ansible (not the agents) is ended
 */
export async function runPlaybook({ program, inventory, playbook, forks, timeout }: { program: string, inventory: string, playbook: string, forks: number, timeout: number }): Promise<PlaybookEnd> {
	const settings = { ANSIBLE_NOCOLOR: '1', ANSIBLE_STDOUT_CALLBACK: 'default', ANSIBLE_CALLBACKS_ENABLED: '', ANSIBLE_RETRY_FILES_ENABLED: '0', ANSIBLE_LOCALHOST_WARNING: '0', ANSIBLE_DEPRECATION_WARNINGS: '0', ANSIBLE_PIPELINING: '1', ANSIBLE_GATHERING: 'explicit', ANSIBLE_DISPLAY_FAILED_STDERR: '0' }
	const child = spawn(program, ['-i', inventory, '-f', String(forks), playbook], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...settings } })
	let output = ''
	const keep = (bytes: Buffer) => {
		output = (output + bytes.toString()).slice(-KEEP)
	}
	child.stdout.on('data', keep)
	child.stderr.on('data', keep)
	let late = false
	const timer = setTimeout(() => {
		late = true
		try {
			process.kill(-child.pid!, 'SIGKILL')
		} catch {
			// It has ended already.
		}
	}, timeout * 1000)
	const failure = await new Promise<string | null>((resolve) => {
		child.on('error', (error) => resolve(`${program} could not be started: ${error.message}`))
		child.on('close', () => resolve(late ? `Ansible took longer than ${Math.round(timeout)} seconds and was ended.` : null))
	})
	clearTimeout(timer)
	const hosts = readOutput(output)
	return { hosts, error: failure ?? (hosts.size === 0 ? `Ansible did nothing: ${output.trim().slice(-600) || 'it said nothing.'}` : null) }
}

/**
 * Reads what ansible-playbook prints with its default callback.
 *
 * @param output without colours
 */
export function readOutput(output: string): Map<string, HostEnd> {
	const messages = new Map<string, string>()
	for (const [, host, json] of output.matchAll(/^fatal: \[([^\]\s]+?)(?: -> [^\]]*)?\]: (?:FAILED|UNREACHABLE)! => (.*)$/gm)) {
		messages.set(host!, messages.get(host!) ?? messageOf(json!))
	}
	const hosts = new Map<string, HostEnd>()
	const recap = output.slice(output.lastIndexOf('\nPLAY RECAP'))
	for (const [, host, unreachable, failed] of recap.matchAll(/^(\S+)\s+: ok=\d+\s+changed=\d+\s+unreachable=(\d+)\s+failed=(\d+)/gm)) {
		const bad = unreachable !== '0' || failed !== '0'
		hosts.set(host!, { unreachable: unreachable !== '0', message: bad ? messages.get(host!) ?? 'Ansible says that it failed.' : null })
	}
	return hosts
}

function messageOf(json: string): string {
	try {
		const { msg, stdout, stderr } = JSON.parse(json) as { msg?: unknown, stdout?: unknown, stderr?: unknown }
		return [msg, stderr, stdout].filter((text) => typeof text === 'string' && text !== '').join(' ').replaceAll(/\s+/g, ' ').slice(0, 600)
	} catch {
		return json.slice(0, 600)
	}
}
