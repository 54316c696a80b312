// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The draft that all admins share, saved while one writes. Each save names the revision that was read: whoever comes
 * second is shown both texts, and nobody overwrites a colleague unknowingly.
 */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { StoredDraft } from '../../api/draft.ts'
import type { Draft } from './draft.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { fetchDraft, saveDraft } from '../../api/draft.ts'
import { copyOf, sameDraft } from './draft.ts'

/** How long somebody has not typed before it is saved; milliseconds. */
export const PAUSE = 1500
/** When to try again after a failure that may pass; milliseconds. */
export const RETRY = 15_000

/** How many texts are remembered of which nobody knows whether they were saved. */
const MOST_UNANSWERED = 10

/** Failures that may pass without anybody doing anything. */
const PASSING = ['maintenance', 'network', 'server', 'too_many']

/** Where what is on the screen stands. */
export type Saving = 'failed' | 'saved' | 'saving' | 'unsaved'

/** Two texts that cannot both be the draft. */
export interface Conflict {
	/** What both began with. */
	base: Draft | null
	mine: Draft | null
	/** What a colleague has saved. */
	theirs: StoredDraft
}

/** Keeps the draft. Nothing here throws, and nothing that was written is lost. */
export function useDraft() {
	/** What is on the screen, null for no draft. */
	const draft = ref<Draft | null>(null)
	/** What the server has; null before it was loaded. */
	const stored = shallowRef<StoredDraft | null>(null)
	const loadError = shallowRef<OcsError | null>(null)
	const loading = ref(false)
	const saving = ref<Saving>('saved')
	/** Why it is not saved. */
	const problem = shallowRef<OcsError | null>(null)
	const conflict = shallowRef<Conflict | null>(null)
	let timer = 0
	let running: Promise<void> | undefined
	/** What was sent since the last answer: it may have got lost after the server had saved. */
	let unanswered: (Draft | null)[] = []

	const isSaved = () => stored.value !== null && sameDraft(draft.value, stored.value.draft)

	async function load() {
		loading.value = true
		try {
			stored.value = await fetchDraft()
			draft.value = copyOf(stored.value.draft)
			loadError.value = null
		} catch (reason) {
			loadError.value = asOcsError(reason, 'ensemble_charter')
		} finally {
			loading.value = false
		}
	}

	const canSave = () => stored.value !== null && !conflict.value && !isSaved()

	watch(draft, () => {
		if (!conflict.value && !running) {
			settle('unsaved')
		}
		schedule(PAUSE)
	}, { deep: true })

	function schedule(delay: number) {
		clearTimeout(timer)
		timer = window.setTimeout(() => canSave() && once(), delay)
	}

	/** Says where things stand when nothing is on its way. */
	function settle(otherwise: Saving) {
		saving.value = isSaved() ? 'saved' : otherwise
		if (isSaved()) {
			problem.value = null
		}
	}

	/** Saves once, never twice at a time. What is written meanwhile has its turn after the next pause. */
	function once(): Promise<void> {
		running ??= save().finally(() => {
			running = undefined
			if (canSave() && saving.value !== 'failed') {
				schedule(PAUSE)
			}
		})
		return running
	}

	/**
	 * Saves what is on the screen at once.
	 *
	 * @return whether it is saved
	 */
	async function flush(): Promise<boolean> {
		while (running || canSave()) {
			clearTimeout(timer)
			await once()
			if (saving.value === 'failed') {
				return false
			}
		}
		return !conflict.value
	}

	/** One save; says in `saving`, `problem` and `conflict` what became of it. */
	async function save() {
		const from = stored.value
		if (from === null) {
			return
		}
		saving.value = 'saving'
		const sent = copyOf(draft.value)
		unanswered = [...unanswered.slice(-MOST_UNANSWERED + 1), sent]
		try {
			const { revision, savedAt } = await saveDraft({ revision: from.revision, draft: sent })
			unanswered = []
			stored.value = { revision, draft: sent, savedAt, savedBy: '' }
			settle('unsaved')
		} catch (reason) {
			await learn(asOcsError(reason, 'ensemble_charter'), from).catch((other: unknown) => fail(asOcsError(other, 'ensemble_charter')))
		}
	}

	function fail(error: OcsError) {
		saving.value = 'failed'
		problem.value = error
		if (PASSING.includes(error.code)) {
			schedule(RETRY)
		}
	}

	/** Gets to know what a colleague has saved, if that is what went wrong. */
	async function learn(error: OcsError, { draft: base }: StoredDraft) {
		if (error.code !== 'draft_changed') {
			fail(error)
			return
		}
		const theirs = await fetchDraft()
		const mine = [draft.value, ...unanswered].some((one) => sameDraft(theirs.draft, one))
		unanswered = []
		if (mine) {
			stored.value = theirs
			settle('unsaved')
		} else {
			conflict.value = { base, mine: copyOf(draft.value), theirs }
			saving.value = 'unsaved'
		}
	}

	/**
	 * Goes on after both texts were compared.
	 *
	 * @param merged the draft to go on with, null for none
	 */
	async function resolve(merged: Draft | null) {
		if (conflict.value) {
			stored.value = conflict.value.theirs
			conflict.value = null
			draft.value = merged
			await flush()
		}
	}

	/**
	 * Begins a draft, or throws it away.
	 *
	 * @param next null for none
	 */
	async function replace(next: Draft | null) {
		draft.value = copyOf(next)
		await flush()
	}

	/** The draft was published: it is gone, unless a colleague has already begun another. */
	async function published() {
		const revision = stored.value?.revision ?? 0
		stored.value = { revision, draft: null, savedAt: null, savedBy: '' }
		draft.value = null
		try {
			stored.value = await fetchDraft()
			if (stored.value.draft !== null && stored.value.revision === revision) {
				await flush()
			} else {
				draft.value = copyOf(stored.value.draft)
			}
		} catch {
			// Whoever begins another draft is shown what is there.
		}
	}

	// Whoever turns to another tab may not come back.
	const leave = () => document.visibilityState === 'hidden' && flush()
	onMounted(() => document.addEventListener('visibilitychange', leave))
	onBeforeUnmount(() => {
		document.removeEventListener('visibilitychange', leave)
		clearTimeout(timer)
	})

	return { draft, stored, loading, loadError, saving, problem, conflict, isSaved, load, flush, resolve, replace, published }
}
