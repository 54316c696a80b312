// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The order of the members' table. */

import type { Member } from '../../../contract.ts'

/** A column that the table can be ordered by. */
export type Column = 'changedAt' | 'files' | 'name' | 'percent' | 'quota' | 'trash' | 'versions'

/** A column and its direction. */
export interface Order {
	column: Column
	descending: boolean
}

/**
 * Orders members. Whoever has no value in the column (no limit, never changed) comes last either way; equals stand by name.
 *
 * @param members the members
 * @param order column and direction
 * @param locale how names are compared
 * @return a new list
 */
export function sortMembers(members: readonly Member[], { column, descending }: Order, locale: string): Member[] {
	const names = new Intl.Collator(locale, { numeric: true })
	const byName = (a: Member, b: Member) => names.compare(a.name, b.name)
	const sign = descending ? -1 : 1
	return [...members].sort((a, b) => {
		if (column === 'name') {
			return sign * byName(a, b)
		}
		const one = a[column]
		const other = b[column]
		if (one === null || other === null) {
			return Number(one === null) - Number(other === null) || byName(a, b)
		}
		return sign * (one - other) || byName(a, b)
	})
}

/**
 * The order after a click on a column's header: the other way round, or first what one looks for in a new column, the
 * largest amounts, the latest day, or the beginning of the alphabet.
 *
 * @param order the order before
 * @param column the column clicked
 */
export function orderAfterClick(order: Order, column: Column): Order {
	return { column, descending: order.column === column ? !order.descending : column !== 'name' }
}
