// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's lint rules, and the two of this house that keep pages light. */

import { recommended } from '@nextcloud/eslint-config'
import { defineConfig } from 'eslint/config'

/** Entries that are put on members' pages, and those of pages without Nextcloud; they may not pull in a library of its. */
const injected = ['apps/*/src/{ask,banner,files,public,welcome}.ts', 'shared/attention/*.ts', 'shared/l10n/*.ts', 'shared/state.ts']

export default defineConfig([
	{ ignores: ['build/', 'coverage/', 'node_modules/', 'test-results/', 'playwright-report/'] },
	...recommended,
	{
		rules: {
			'no-restricted-imports': ['error', {
				paths: [{ name: '@nextcloud/vue', message: 'The barrel costs 360 kB: import @nextcloud/vue/components/<Name>.' }],
			}],
		},
	},
	{
		files: ['**/*.ts', '**/*.vue'],
		ignores: ['**/*.test.ts', '**/test/**'],
		rules: {
			// TypeScript says the types; a docstring is for what types cannot say, and for what others may call.
			'jsdoc/check-param-names': ['warn', { checkDestructured: false }],
			'jsdoc/require-jsdoc': ['warn', { publicOnly: true }],
			'jsdoc/require-param': 'off',
			'jsdoc/require-throws-type': 'off',
		},
	},
	{
		files: injected,
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': ['error', {
				patterns: [{ group: ['@nextcloud/*', 'vue', 'pinia', 'zod'], allowTypeImports: true, message: 'This file is loaded on every page of a member: import() what is needed once it is needed.' }],
			}],
		},
	},
	{
		// Tables of cases name values that no program should accept.
		files: ['**/cases.json', '**/cases/*.json'],
		rules: { 'json/no-unsafe-values': 'off' },
	},
	{
		// Command-line tools talk to a terminal.
		files: ['fleet/{bin,cli,demo}/**', 'scripts/**', 'space/cli.ts', 'space/**/log.ts', 'test/**', 'playwright.config.ts'],
		rules: { 'no-console': 'off' },
	},
])
