// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a settings form works with: the values in force, where they come from, and what the server says to a change. */

import type { Ref } from 'vue'
import type { Source } from '../contract/settings.ts'
import type { OcsError } from '../ocs/error.ts'
import type { Loading } from './useLoading.ts'

import { ref, shallowRef } from 'vue'
import { asOcsError } from '../ocs/client.ts'
import { useLoading } from './useLoading.ts'

/** The settings in force, as both servers answer them. */
export interface InForce<V> {
	values: V
	/** Field → where its value comes from. */
	sources: Record<string, Source>
}

/** Fields to change; null goes back to the default. */
export type Changes<V> = { [K in keyof V]?: V[K] | null }

/** The two calls a form needs. */
export interface SettingsApi<V> {
	load: () => Promise<InForce<V>>
	save: (changes: Changes<V>) => Promise<InForce<V>>
}

/** What a settings form works with. */
export interface SettingsState<V> extends Loading<InForce<V>> {
	saving: Ref<boolean>
	/** Field, or path below it, → the sentence that stands there. */
	fieldErrors: Ref<Record<string, string>>
	/** What went wrong with saving where no field is to blame. */
	saveError: Ref<OcsError | null>
	/**
	 * Saves changes. Never throws.
	 *
	 * @return whether it was saved
	 */
	save: (changes: Changes<V>) => Promise<boolean>
}

/**
 * Keeps the settings of an app for a form.
 *
 * @param api how to load and save
 * @param app app id, for the sentence of an unexpected error
 */
export function useSettings<V>(api: SettingsApi<V>, app: string): SettingsState<V> {
	const loading = useLoading(api.load, app)
	const saving = ref(false)
	const fieldErrors = ref<Record<string, string>>({})
	const saveError = shallowRef<OcsError | null>(null)

	async function save(changes: Changes<V>) {
		saving.value = true
		fieldErrors.value = {}
		saveError.value = null
		try {
			loading.data.value = await api.save(changes)
			return true
		} catch (reason) {
			const error = asOcsError(reason, app)
			if (error.field) {
				fieldErrors.value = { [error.field]: error.message }
			} else {
				saveError.value = error
			}
			return false
		} finally {
			saving.value = false
		}
	}

	return { ...loading, saving, fieldErrors, saveError, save }
}

/**
 * The sentence for a field: its own, or that of a part of it (`levels.2` speaks of the field `levels`).
 *
 * @param errors path → sentence
 * @param field name of the field
 */
export function errorAt(errors: Record<string, string>, field: string): string | undefined {
	const path = Object.keys(errors).find((key) => key === field || key.startsWith(`${field}.`))
	return path && errors[path]
}
