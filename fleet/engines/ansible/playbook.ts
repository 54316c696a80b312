// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Inventory and tasks for Ansible: core 2.14, builtin modules only, a host as a whole and never a space as an Ansible host. */

import type { Host } from '../engine.ts'

import { stringify } from 'yaml'
import { phpSettings } from '../../agent/php.ts'

/** Where the tool's files lie on a host unless the inventory says otherwise. */
export const HOME = '/var/lib/ensemble'

/** A value of a YAML file. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml }

/** Variables of one host, beside those that reach it. */
export type HostVars = Readonly<Record<string, Yaml>>

/**
 * Where the agent lies on a host.
 *
 * @param host the host
 * @param token of a controller that wants a folder of its own
 */
export function dirOf(host: Pick<Host, 'home' | 'name'>, token?: string): string {
	return `${host.home ?? HOME}/${host.name}${token === undefined ? '' : `-${token}`}`
}

/** `user@name:port` as Ansible wants it; a host without an address is this machine. */
function reach({ address }: Pick<Host, 'address'>): HostVars {
	if (address === undefined) {
		return { ansible_connection: 'local', ansible_become: false }
	}
	const [, user, name = address, port] = /^(?:([^@:]+)@)?([^@:]+)(?::(\d+))?$/.exec(address) ?? []
	return { ansible_host: name, ...user === undefined ? {} : { ansible_user: user }, ...port === undefined ? {} : { ansible_port: Number(port) }, ansible_become: user !== 'root' }
}

/**
 * Writes an inventory.
 *
 * @param hosts with the folder of this tool over there, and what else tasks need to know
 * @param groups names of hosts by group
 */
export function inventoryFile(hosts: readonly { readonly host: Host, readonly dir: string, readonly vars?: HostVars }[], groups: Readonly<Record<string, readonly string[]>> = {}): string {
	const all = Object.fromEntries(hosts.map(({ host, dir, vars }): [string, Yaml] => [host.name, {
		...reach(host),
		ansible_python_interpreter: 'auto_silent',
		ensemble_dir: dir,
		ensemble_php: host.php,
		ensemble_code: host.code,
		ensemble_packs: host.packs,
		ensemble_parallel: host.jobs,
		...vars,
	}]))
	const children = Object.fromEntries(Object.entries(groups).map(([name, members]): [string, Yaml] => [name, { hosts: Object.fromEntries(members.map((member) => [member, {}])) }]))
	return stringify({ all: { hosts: all, ...Object.keys(children).length === 0 ? {} : { children } } })
}

/** The agent is put there and is what it should be. Variables: ensemble_agent (file here), ensemble_agent_sha256. */
export const deliver: readonly Yaml[] = [
	{ name: 'There is a folder for the agent', 'ansible.builtin.file': { path: '{{ ensemble_dir }}', state: 'directory', mode: '0700' } },
	{ name: 'The agent is delivered', 'ansible.builtin.copy': { src: '{{ ensemble_agent }}', dest: '{{ ensemble_dir }}/agent.php', mode: '0600' } },
]

/** The agent over there is this one, bit by bit. */
export const checkAgent: readonly Yaml[] = [
	{ name: 'The agent is looked at', 'ansible.builtin.stat': { path: '{{ ensemble_dir }}/agent.php', checksum_algorithm: 'sha256' }, register: 'ensemble_stat' },
	{ name: 'The agent is the one that was delivered', 'ansible.builtin.assert': { that: ['ensemble_stat.stat.exists', 'ensemble_stat.stat.checksum == ensemble_agent_sha256'], fail_msg: 'The agent on this host is not the one that was delivered.', quiet: true } },
]

const checkPackCommand: readonly Yaml[] = ['{{ ensemble_php }}', '{{ ensemble_dir }}/agent.php', '--pack={{ ensemble_packs }}/{{ ensemble_pack }}', '--manifest={{ ensemble_manifest }}']

/** What the agent says of the unpacked pack is written to a file here, whatever it says. Variables: ensemble_pack, ensemble_manifest, ensemble_out. */
export const checkPack: readonly Yaml[] = [
	{ name: 'The pack is compared with its manifest', 'ansible.builtin.command': { argv: checkPackCommand }, register: 'ensemble_checked', changed_when: false, failed_when: false },
	{ name: 'The verdict is kept', 'ansible.builtin.copy': { content: '{{ ensemble_checked.stdout | default("") }}\n', dest: '{{ ensemble_out }}/{{ inventory_hostname }}.pack', mode: '0600' }, delegate_to: 'localhost', become: false, vars: { ansible_connection: 'local' } },
]

/** A copy of the agent that lies there must be this one; there need not be one. */
export const checkCopy: readonly Yaml[] = [
	{ name: 'Is there a copy of the agent?', 'ansible.builtin.stat': { path: '{{ ensemble_dir }}/agent.php', checksum_algorithm: 'sha256' }, register: 'ensemble_stat' },
	{ name: 'The copy is the one that was delivered', 'ansible.builtin.assert': { that: ['not ensemble_stat.stat.exists or ensemble_stat.stat.checksum == ensemble_agent_sha256'], fail_msg: 'The agent on this host is not the one that was delivered.', quiet: true } },
]

/** PHP over there can start a process for each space: the agent greets and ends, having got no job. */
export const phpCanFork: Yaml = { name: 'PHP can run the agent', 'ansible.builtin.command': { argv: ['{{ ensemble_php }}', ...phpSettings, '{{ ensemble_dir }}/agent.php', '--code={{ ensemble_code }}', '--input=/dev/null'] }, changed_when: false }

/** Nothing of the tool stays. */
export const remove: Yaml = { name: 'The tool\'s folder is removed', 'ansible.builtin.file': { path: '{{ ensemble_dir }}', state: 'absent' } }

/** Delivered, run without a job, and removed again. */
export const trial: readonly Yaml[] = [{ block: [...deliver, ...checkAgent, phpCanFork], always: [remove] }]

/** The unpacked pack is the one that was signed, or the host fails. Variables: ensemble_pack, ensemble_manifest. */
export const packIsThere: Yaml = { name: 'The pack is the one that was signed', 'ansible.builtin.command': { argv: checkPackCommand }, changed_when: false }

/**
 * The spaces are worked on, and the host's journal comes back whatever happened. Variables: ensemble_jobs (file here, may
 * contain `{{ inventory_hostname }}`), ensemble_run (name of the files over there), ensemble_journal (file here),
 * ensemble_failures (failing spaces after which the agent begins no more).
 *
 * @param strict whether a space that failed makes the host fail
 */
export function work(strict: boolean): readonly Yaml[] {
	const [jobs, journal] = ['{{ ensemble_dir }}/{{ ensemble_run }}.jobs', '{{ ensemble_dir }}/{{ ensemble_run }}.jsonl']
	return [
		{ name: 'The jobs are delivered', 'ansible.builtin.copy': { src: '{{ ensemble_jobs }}', dest: jobs, mode: '0600' } },
		...checkAgent,
		{
			name: 'The spaces are worked on',
			'ansible.builtin.command': { argv: ['{{ ensemble_php }}', ...phpSettings, '{{ ensemble_dir }}/agent.php', '--code={{ ensemble_code }}', '--jobs={{ ensemble_parallel }}', '--failures={{ ensemble_failures | default(0) }}', `--input=${jobs}`, `--journal=${journal}`] },
			register: 'ensemble_worked',
			changed_when: true,
			// Judged below: the journal is wanted first.
			failed_when: false,
		},
		{ name: 'The journal is fetched', 'ansible.builtin.fetch': { src: journal, dest: '{{ ensemble_journal }}', flat: true, fail_on_missing: false } },
		{ name: 'The agent came to its end', 'ansible.builtin.assert': { that: ['ensemble_worked.rc == 0'], fail_msg: 'The agent ended with {{ ensemble_worked.rc }}. {{ ensemble_worked.stdout | default("") }} {{ ensemble_worked.stderr | default("") }}', quiet: true } },
		...strict ? [{ name: 'No space failed', 'ansible.builtin.assert': { that: ['(ensemble_worked.stdout_lines | last | from_json).failed == 0'], fail_msg: '{{ (ensemble_worked.stdout_lines | last | from_json).failed }} jobs failed; the journal says why.', quiet: true } }] : [],
	]
}

/** Also what a controller left behind that was killed. Variables: ensemble_home. */
export const removeAll: readonly Yaml[] = [
	{ name: 'Folders of the tool are looked for', 'ansible.builtin.find': { paths: ['{{ ensemble_home }}'], file_type: 'directory', patterns: ['^{{ inventory_hostname | regex_escape }}(-[0-9a-f]{12})?$'], use_regex: true }, register: 'ensemble_found' },
	{ name: 'They are removed', 'ansible.builtin.file': { path: '{{ item.path }}', state: 'absent' }, loop: '{{ ensemble_found.files }}', loop_control: { label: '{{ item.path }}' } },
]

/**
 * A play.
 *
 * @param name for people
 * @param tasks in their order
 * @param options hosts: group; serial: hosts at a time, as Ansible's keyword; maxFail: percentage of hosts that may fail; vars
 */
export function play(name: string, tasks: readonly Yaml[], { hosts = 'all', serial, maxFail = 100, vars = {} }: { hosts?: string, serial?: readonly (string | number)[], maxFail?: number, vars?: HostVars } = {}): Yaml {
	return { name, hosts, gather_facts: false, ...serial === undefined ? {} : { serial }, max_fail_percentage: maxFail, ...Object.keys(vars).length === 0 ? {} : { vars }, tasks }
}

/**
 * Writes a playbook.
 *
 * @param plays in their order
 */
export function playbookFile(plays: readonly Yaml[]): string {
	return stringify(plays, { lineWidth: 0 })
}
