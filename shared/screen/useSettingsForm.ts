// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The fields of a settings form: what is written in them, what of it is sent, and what is said afterwards. */

import type { ComputedRef, Ref } from 'vue'
import type { Translate } from '../l10n/translate.ts'
import type { Changes, SettingsState } from './useSettings.ts'

import { computed, ref, watch } from 'vue'

/** Field → what stands in it. */
type Draft<V> = Record<keyof V, unknown>

/** What a draft says. */
export interface Reading<V> {
	/** The fields that differ from the settings in force. */
	changes: Changes<V>
	/** Field, or path below it, → why it makes no sense. */
	errors: Record<string, string>
}

/** How an app writes its settings into fields and reads them again. */
export interface FormRules<V, D extends Draft<V>> {
	toDraft: (values: V) => D
	/** Reads the fields that differ from `before`. */
	read: (draft: D, before: D) => Reading<V>
	/** Translator of the app. */
	t: Translate
}

/** What the form shows and does. */
export interface SettingsForm<V, D extends Draft<V>> {
	/** What stands in the fields; null before the settings are loaded. */
	draft: Ref<D | null>
	/** Field, or path below it, → the sentence that stands there. */
	errors: ComputedRef<Record<string, string>>
	/** What became of saving. */
	message: Ref<string>
	/**
	 * Sends what was changed.
	 *
	 * @return false where a field or the server objects
	 */
	submit: () => Promise<boolean>
	/**
	 * Goes back to the default of a field at once. What is written in other fields stays.
	 *
	 * @return false where the server objects
	 */
	reset: (field: keyof V) => Promise<boolean>
}

/**
 * Works a settings form. Only what was changed is sent: a default of the host that nobody touched stays a default.
 *
 * @param settings the settings, see useSettings
 * @param rules how the app writes and reads its fields
 */
export function useSettingsForm<V, D extends Draft<V>>(settings: SettingsState<V>, { toDraft, read, t }: FormRules<V, D>): SettingsForm<V, D> {
	const draft = ref(null) as Ref<D | null>
	const message = ref('')
	const ownErrors = ref<Record<string, string>>({})
	let before: D | null = null
	let sent: (keyof V)[] = []

	watch(settings.data, (inForce) => {
		if (inForce) {
			const next = toDraft(inForce.values)
			// Not what somebody is still writing.
			draft.value = draft.value && before ? merge(draft.value, before, next, sent) : copy(next)
			before = next
		}
	}, { immediate: true, flush: 'sync' })

	async function send(changes: Changes<V>) {
		sent = Object.keys(changes) as (keyof V)[]
		const saved = await settings.save(changes)
		sent = []
		message.value = saved ? t('Saved.') : ''
		return saved
	}

	async function submit() {
		message.value = ''
		if (!draft.value || !before) {
			return false
		}
		const { changes, errors } = read(draft.value, before)
		ownErrors.value = errors
		if (Object.keys(errors).length > 0) {
			return false
		}
		if (Object.keys(changes).length === 0) {
			message.value = t('Nothing was changed.')
			return true
		}
		return send(changes)
	}

	function reset(field: keyof V) {
		message.value = ''
		ownErrors.value = {}
		const changes: Changes<V> = {}
		changes[field] = null
		return send(changes)
	}

	const errors = computed(() => ({ ...settings.fieldErrors.value, ...ownErrors.value }))
	return { draft, errors, message, submit, reset }
}

/** The next draft: new values for what was sent or not touched, the old ones for what is still being written. */
function merge<D extends object>(draft: D, before: D, next: D, sent: PropertyKey[]): D {
	const merged = copy(next)
	for (const field of Object.keys(next) as (keyof D)[]) {
		if (!sent.includes(field) && JSON.stringify(draft[field]) !== JSON.stringify(before[field])) {
			merged[field] = draft[field]
		}
	}
	return merged
}

/** Fields may hold lists and maps, which are edited in place. */
function copy<D>(draft: D): D {
	return JSON.parse(JSON.stringify(draft)) as D
}
