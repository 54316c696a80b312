// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The columns that the members' table can be ordered by, and their names. */

import type { Column } from './sorting.ts'

import { t } from '../../l10n.ts'

/**
 * What a column is called.
 *
 * @param column the column
 */
export function columnName(column: Column): string {
	return {
		name: t('Name'),
		files: t('Files'),
		trash: t('Deleted files'),
		versions: t('Old versions'),
		quota: t('Quota'),
		percent: t('Used'),
		changedAt: t('Last change'),
	}[column]
}

/** Those that can be chosen, in the order of the table. */
export const COLUMNS: readonly Column[] = ['name', 'files', 'trash', 'versions', 'quota', 'percent', 'changedAt']
