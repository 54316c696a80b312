// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Searching among the groups of a space, of which some are chosen. */

import type { Ref } from 'vue'

import { computed, ref } from 'vue'

/** A group as people see it. */
export interface NamedGroup {
	id: string
	name: string
}

/** So many at once; more are found by searching. */
const MOST = 50

/**
 * What to show of a long list of groups.
 *
 * @param groups all groups of the space; null before they were loaded
 * @param chosen ids of the chosen ones
 * @return `search` (what the person types), `all` (chosen ones that are gone meanwhile included), `found` (all that
 *  fit the search), `shown` (the first of them and the chosen ones, each in its place: a box that jumps away loses the
 *  focus), `more` (whether some that were found are not shown)
 */
export function useGroupSearch(groups: () => readonly NamedGroup[] | null, chosen: Ref<readonly string[]>) {
	const search = ref('')
	const initially = [...chosen.value]
	const all = computed((): NamedGroup[] => {
		const known = new Set(groups()?.map(({ id }) => id))
		return [...groups() ?? [], ...initially.filter((id) => !known.has(id)).map((id) => ({ id, name: id }))]
	})
	const found = computed(() => {
		const wanted = search.value.trim().toLocaleLowerCase()
		return all.value.filter(({ id, name }) => `${id}\n${name}`.toLocaleLowerCase().includes(wanted))
	})
	const shown = computed(() => {
		const first = new Set(found.value.slice(0, MOST))
		return all.value.filter((group) => first.has(group) || chosen.value.includes(group.id))
	})
	return { search, all, found, shown, more: computed(() => found.value.length > MOST) }
}
