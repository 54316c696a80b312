// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finds what our apps left in Nextcloud's log. */

import { existsSync, readFileSync } from 'node:fs'

/** An entry of nextcloud.log, as far as we look at it. */
export interface LogEntry {
	/** 0 debug, 1 info, 2 warning, 3 error, 4 fatal. */
	level: number
	app: string
	method: string
	url: string
	message: string
	/** The whole line, for whatever else it names (classes and files of an exception). */
	line: string
}

/** An app of ours, a class of ours, or a file of ours. JSON doubles backslashes and escapes slashes. */
const OURS = /"app":"ensemble_|OCA\\{1,4}Ensemble|apps-ensemble/

/** What Nextcloud's cron says once about the job of any app whose code was taken away; it then drops the job. */
const LEFT_OVER = 'failed to create instance of background job'

/**
 * Reads a log file.
 *
 * @param file nextcloud.log; an absent file is an empty log
 * @return the entries of our apps that are warnings or worse
 */
export function ourProblems(file: string): LogEntry[] {
	return readLog(file).filter((entry) => entry.level >= 2 && OURS.test(entry.line)
		&& !(entry.app === 'cron' && entry.message.startsWith(LEFT_OVER) && entry.line.includes('does not exist')))
}

function readLog(file: string): LogEntry[] {
	if (!existsSync(file)) {
		return []
	}
	return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(parse)
}

function parse(line: string): LogEntry {
	let data: Partial<LogEntry>
	try {
		data = JSON.parse(line) as Partial<LogEntry>
	} catch {
		// Two processes wrote at once: what cannot be read counts as a problem if it names us.
		data = { level: 4, message: 'unreadable line' }
	}
	return {
		level: data.level ?? 4,
		app: data.app ?? '',
		method: data.method ?? '',
		url: data.url ?? '',
		message: String(data.message ?? ''),
		line,
	}
}
