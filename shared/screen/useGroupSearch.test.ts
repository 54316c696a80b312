// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Searching among groups: by name and id, chosen ones stay in sight, and gone ones can be taken away. */

import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useGroupSearch } from './useGroupSearch.ts'

const many = Array.from({ length: 60 }, (_, index) => ({ id: `g${index}`, name: index === 59 ? 'Équipe du marché' : `Choir ${index}` }))
const ids = (groups: readonly { id: string }[]) => groups.map(({ id }) => id)

describe('useGroupSearch', () => {
	it('shows the first fifty, and says that there are more', () => {
		const { shown, more } = useGroupSearch(() => many, ref([]))
		expect(ids(shown.value)).toEqual(ids(many.slice(0, 50)))
		expect(more.value).toBe(true)
	})

	it('finds by name and by id, whatever the case', () => {
		const { search, found, more } = useGroupSearch(() => many, ref([]))
		search.value = ' équipe '
		expect(ids(found.value)).toEqual(['g59'])
		search.value = 'G5'
		expect(ids(found.value)).toEqual(['g5', ...ids(many.slice(50))])
		expect(more.value).toBe(false)
	})

	it('keeps what is chosen in sight, in its place', () => {
		const { search, shown } = useGroupSearch(() => many, ref(['g7']))
		search.value = 'équipe'
		expect(ids(shown.value)).toEqual(['g7', 'g59'])
	})

	it('lists a chosen group that is gone, under its id, before and after the others are loaded', () => {
		const groups = ref<typeof many | null>(null)
		const { all } = useGroupSearch(() => groups.value, ref(['gone']))
		expect(all.value).toEqual([{ id: 'gone', name: 'gone' }])
		groups.value = many.slice(0, 1)
		expect(ids(all.value)).toEqual(['g0', 'gone'])
	})
})
