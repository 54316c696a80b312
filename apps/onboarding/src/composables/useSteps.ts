// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps of the person at the page, how far they are, and what they say about them. */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { Step, StepState } from '../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { useLoading } from '@ensemble/shared/screen/useLoading'
import { computed, shallowRef, watch } from 'vue'
import { fetchSteps, saveClosed, saveStep } from '../api/onboarding.ts'

/** The steps, not loaded before `load` is called. */
export function useSteps() {
	const loading = useLoading(fetchSteps, 'ensemble_onboarding')
	const { data } = loading
	/** What went wrong at the last change; its message can be shown. */
	const trouble = shallowRef<OcsError | null>(null)
	const steps = computed(() => data.value?.steps ?? [])
	const closed = computed(() => data.value?.closed ?? false)
	const finished = computed(() => steps.value.length > 0 && steps.value.every(({ state }) => state !== 'open'))

	/** One change after the other, so that the last answer is the last state. */
	let before: Promise<unknown> = Promise.resolve()
	function queue<T>(change: () => Promise<T>, keep: (answer: T) => void, quietly = false): Promise<boolean> {
		const mine = before.then(async () => {
			try {
				keep(await change())
				trouble.value = null
				return true
			} catch (reason) {
				trouble.value = quietly ? null : asOcsError(reason, 'ensemble_onboarding')
				return false
			}
		})
		before = mine
		return mine
	}

	/**
	 * Puts a step aside, takes it back, or says that it is done.
	 *
	 * @param id the step
	 * @param state what it is to be
	 * @return whether it was saved; if not, `trouble` says why
	 */
	function change(id: Step['id'], state: StepState): Promise<boolean> {
		return queue(() => saveStep(id, state), (changed) => {
			data.value = data.value && { ...data.value, steps: changed }
		})
	}

	/**
	 * Puts the whole list away, or takes it out again.
	 *
	 * @param wanted whether it is to be away
	 * @param quietly whether a failure is no trouble
	 * @return as change()
	 */
	function close(wanted: boolean, quietly = false): Promise<boolean> {
		return queue(() => saveClosed(wanted), (now) => {
			data.value = data.value && { ...data.value, closed: now }
		}, quietly)
	}

	// Whoever has seen that all is done is not reminded any more. If saving fails, the next visit does it.
	watch(finished, (now) => {
		if (now && !closed.value) {
			close(true, true)
		}
	})

	return { ...loading, trouble, steps, closed, finished, change, close }
}
