// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What PHP is started with when it runs the agent's fork server, here and on hosts reached through Ansible. */

/** One opcode cache for all children; nothing cached for longer than a job. */
const SETTINGS = {
	'opcache.enable': '1',
	'opcache.enable_cli': '1',
	'opcache.memory_consumption': '256',
	'opcache.interned_strings_buffer': '32',
	'opcache.max_accelerated_files': '30000',
	'opcache.validate_timestamps': '1',
	// Else a child would believe for seconds what another one has read from the database.
	'apc.enable_cli': '0',
	memory_limit: '512M',
	display_errors: '0',
	log_errors: '1',
	error_log: '',
	html_errors: '0',
}

/** Arguments for PHP's command line. */
export const phpSettings: readonly string[] = Object.entries(SETTINGS).flatMap(([name, value]) => ['-d', `${name}=${value}`])
