// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The course of publishing: what the server says to it, and what happened meanwhile. */

import type { Ref } from 'vue'
import type { Version } from '../../../contract.ts'
import type { ListedVersion } from '../../api/versions.ts'
import type { Blame } from '../DraftSection/blame.ts'
import type { Draft } from '../DraftSection/draft.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { reactive, ref, shallowRef } from 'vue'
import { fetchVersions, publish } from '../../api/versions.ts'
import { t } from '../../l10n.ts'
import { firstGap, tidy } from '../DraftSection/draft.ts'
import { faultOf, termsOf, toPublication } from './publication.ts'

/** Refusals that name no field, and the field they mean. */
const FIELDS: Record<string, string> = { nothing_to_mend: 'kind', no_groups: 'audience.groups', unknown_group: 'audience.groups' }

/**
 * Keeps the state of publishing. Nothing here throws, and nothing that was written is lost.
 *
 * @param draft what is published
 * @param inForce the association's charter in force
 */
export function usePublish(draft: Ref<Draft | null>, inForce: () => Version | null) {
	const terms = reactive(termsOf(inForce()))
	const known = ref(inForce()?.id ?? 0)
	const publishing = ref(false)
	const blame = shallowRef<Blame>()
	/** A charter that a colleague has published while this one was being written. */
	const meanwhile = shallowRef<ListedVersion>()

	/** Begins anew with the charter in force, as it is known now. */
	function begin() {
		Object.assign(terms, termsOf(inForce()))
		known.value = inForce()?.id ?? 0
		blame.value = undefined
		meanwhile.value = undefined
	}

	/** Whether something stands wherever something has to. */
	function checkText(): boolean {
		if (draft.value) {
			tidy(draft.value)
		}
		const field = draft.value ? firstGap(draft.value) : undefined
		blame.value = field === undefined ? undefined : { field, message: t('Please write something here.') }
		return field === undefined
	}

	/** Whether the terms make sense. */
	function checkTerms(): boolean {
		blame.value = faultOf(terms)
		return blame.value === undefined
	}

	/**
	 * Publishes what was written.
	 *
	 * @return the new version; undefined where it was refused
	 */
	async function send(): Promise<Version | undefined> {
		if (draft.value === null || publishing.value) {
			return undefined
		}
		publishing.value = true
		blame.value = undefined
		try {
			return await publish(toPublication(draft.value, terms, known.value))
		} catch (reason) {
			const { code, field = FIELDS[code] ?? '', message } = asOcsError(reason, 'ensemble_charter')
			blame.value = { field, message }
			if (code === 'published_meanwhile') {
				await learn()
			}
			return undefined
		} finally {
			publishing.value = false
		}
	}

	/** Gets to know the colleague's charter: publishing again then is no longer unknowing. */
	async function learn() {
		try {
			const newest = (await fetchVersions()).find(({ owner }) => owner === 'association')
			meanwhile.value = newest
			known.value = newest?.id ?? 0
		} catch (reason) {
			blame.value = { field: '', message: asOcsError(reason, 'ensemble_charter').message }
		}
	}

	return { terms, publishing, blame, meanwhile, begin, checkText, checkTerms, send }
}
