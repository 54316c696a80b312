// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the banner tells of, and how it hears of newer numbers: by an event, since its news come from another entry. */

import type { PendingQuota } from '../../contract.ts'

/** What the banner tells of. */
export interface Told extends PendingQuota {
	/** Whether the own storage has fallen below the first level since the page was opened. */
	enough?: boolean
}

/** Newer numbers. Both null: there is nothing to tell any more. */
export type News = Pick<Told, 'enough' | 'mine' | 'space'>

/** Name of the event on window that carries newer numbers. */
export const NEWS = 'ensemble-quota'
