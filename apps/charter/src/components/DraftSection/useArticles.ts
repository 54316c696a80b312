// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The ready articles for the draft: which ones are offered, and how they come into each of its languages. */

import type { Ref } from 'vue'
import type { Article } from '../../articles/ready.ts'
import type { Draft } from './draft.ts'

import { pageLanguage } from '@ensemble/shared/l10n/format'
import { computed, shallowReactive, watch } from 'vue'
import { loadArticles, readyLanguage } from '../../articles/ready.ts'
import { addArticles, presentTitles } from '../../logic/compose.ts'

/** Where neither the charter nor the page speak a language with ready articles. */
const LAST_RESORT = 'en'

/**
 * Keeps the ready articles at hand.
 *
 * @param draft what they are added to
 * @param current the language in front
 */
export function useArticles(draft: Ref<Draft | null>, current: Ref<string>) {
	/** Language with ready articles → these. */
	const loaded = shallowReactive<Record<string, Article[]>>({})

	/** The language in which they are offered. */
	const offered = computed(() => [current.value, draft.value?.defaultLanguage, pageLanguage()]
		.map((language) => readyLanguage(language ?? '')).find(Boolean) ?? LAST_RESORT)
	const articles = computed(() => loaded[offered.value] ?? [])
	/** Those in the language in front; none where there are none. */
	const own = computed(() => loaded[readyLanguage(current.value) ?? ''] ?? [])

	/** The languages that articles are added in: each with articles of its own, and the one in front. */
	const into = computed(() => Object.keys(draft.value?.texts ?? {}).filter((language) => language === current.value || readyLanguage(language) !== undefined))

	const present = computed(() => presentTitles(draft.value?.texts[current.value]?.body ?? ''))

	watch([into, offered], async () => {
		const wanted = new Set([offered.value, ...into.value.map((language) => readyLanguage(language))])
		await Promise.all([...wanted].map(async (language) => {
			if (language !== undefined && !loaded[language]) {
				// Without a connection there are none yet; the next change of language tries again.
				loaded[language] = await loadArticles(language).catch(() => [])
			}
		}))
	}, { immediate: true })

	/**
	 * Adds articles in all languages that have them.
	 *
	 * @param ids in the order in which they are added
	 * @return the greatest number of sentences that found no room in a summary
	 */
	function add(ids: readonly string[]): number {
		const left = into.value.map((language) => {
			const list = loaded[readyLanguage(language) ?? offered.value] ?? []
			const chosen = ids.flatMap((id) => list.find((article) => article.id === id) ?? [])
			const text = draft.value?.texts[language]
			const result = text && addArticles(text, chosen)
			Object.assign(text ?? {}, result?.text)
			return result?.left ?? 0
		})
		return Math.max(0, ...left)
	}

	return { offered, articles, own, into, present, add }
}
