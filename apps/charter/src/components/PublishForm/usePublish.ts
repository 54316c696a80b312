// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The course of publishing: what stands in the form, what the server says to it, and what happened meanwhile. */

import type { Version } from '../../../contract.ts'
import type { ListedVersion } from '../../api/versions.ts'
import type { Draft } from './draft.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { reactive, ref, shallowRef } from 'vue'
import { fetchVersions, publish } from '../../api/versions.ts'
import { t } from '../../l10n.ts'
import { draftOf, firstGap, tidy, toPublication } from './draft.ts'

/** What the server finds fault with. */
export interface Blame {
	/** Path of the field, as `texts.fr.title`; empty where no field is to blame. */
	field: string
	message: string
}

/**
 * Keeps the state of the form. Nothing here throws, and nothing that was written is lost.
 *
 * @param inForce the charter in force
 * @param language of the page
 */
export function usePublish(inForce: Version | null, language: string) {
	const draft = reactive<Draft>(draftOf(inForce, language))
	const known = ref(inForce?.id ?? 0)
	const publishing = ref(false)
	const blame = shallowRef<Blame>()
	/** A charter that a colleague has published while this one was being written. */
	const meanwhile = shallowRef<ListedVersion>()

	/** Whether something stands wherever something has to; the rest is the server's to say. */
	function check(): boolean {
		tidy(draft)
		const field = firstGap(draft)
		blame.value = field === undefined ? undefined : { field, message: t('Please write something here.') }
		return field === undefined
	}

	/**
	 * Publishes what stands in the form.
	 *
	 * @return the new version; undefined where it was refused
	 */
	async function send(): Promise<Version | undefined> {
		publishing.value = true
		blame.value = undefined
		try {
			const version = await publish(toPublication(draft, known.value))
			known.value = version.id
			meanwhile.value = undefined
			return version
		} catch (reason) {
			const { code, field = '', message } = asOcsError(reason, 'ensemble_charter')
			blame.value = { field, message }
			if (code === 'published_meanwhile') {
				await learn()
			}
		} finally {
			publishing.value = false
		}
	}

	/** Gets to know the colleague's charter: publishing again then is no longer unknowing. */
	async function learn() {
		try {
			const [newest] = await fetchVersions()
			meanwhile.value = newest
			known.value = newest?.id ?? 0
		} catch (reason) {
			blame.value = { field: '', message: asOcsError(reason, 'ensemble_charter').message }
		}
	}

	return { draft, publishing, blame, meanwhile, check, send }
}
