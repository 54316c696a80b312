// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps of the person at the page, and how far they are. */

import { useLoading } from '@ensemble/shared/screen/useLoading'
import { computed } from 'vue'
import { fetchSteps } from '../api/onboarding.ts'

/** The steps, not loaded before `load` is called. */
export function useSteps() {
	const loading = useLoading(fetchSteps, 'ensemble_onboarding')
	const steps = computed(() => loading.data.value?.steps ?? [])
	const done = computed(() => steps.value.filter((step) => step.done).length)
	const allDone = computed(() => steps.value.length > 0 && done.value === steps.value.length)
	return { ...loading, steps, done, allDone }
}
