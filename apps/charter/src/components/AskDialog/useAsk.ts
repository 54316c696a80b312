// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The course of the ask: reading, answering, and what may come in between. */

import type { Answer, PendingCharter, Version } from '../../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { computed, ref, shallowRef } from 'vue'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { logOut } from '../../composables/logOut.ts'
import { t } from '../../l10n.ts'
import { fromPending, fromVersion } from './shown.ts'

export type Choice = Answer['choice']

/** What has changed, the plain sentences, or the whole text. */
export type View = 'changes' | 'summary' | 'text'

/** Whether whoever declines goes on working, or logs out. */
export type Declining = 'leave' | 'stay'

/** Refusals after which the person should see what is in force now. */
const OUTDATED = ['answered_meanwhile', 'other_text', 'replaced', 'unknown_version']

/**
 * Keeps the state of the ask. Nothing here throws: what goes wrong is in `error`, and everything stays as it is.
 *
 * @param pending what the page carries
 * @param close takes the dialog away
 */
export function useAsk(pending: PendingCharter, close: () => void) {
	const shown = shallowRef(fromPending(pending))
	// Whoever has answered before sees first what is new.
	const view = ref<View>(pending.before === null ? 'summary' : 'changes')
	/** Set while the person is asked why. */
	const declining = ref<Declining>()
	const busy = ref(false)
	/** Why something else is shown than a moment ago. */
	const notice = ref('')
	const error = ref('')
	/** An answer did not get through: nobody may be held up by that. */
	const stuck = ref(false)
	/** The answer that is on record, once there is one. */
	const given = shallowRef<Answer>()
	/** Whether it was given just now, here. */
	const fresh = ref(false)
	/** The answer is kept and the session is about to end. */
	const leaving = ref(false)
	let version: Version | null = null

	const canClose = computed(() => shown.value.canWait || given.value !== undefined || stuck.value)

	/** Does one thing at a time; a second click on a slow line is not a second answer. */
	async function exclusively(work: () => Promise<void>) {
		if (busy.value) {
			return
		}
		busy.value = true
		error.value = ''
		try {
			await work()
		} catch (reason) {
			error.value = asOcsError(reason, 'ensemble_charter').message
		} finally {
			busy.value = false
		}
	}

	async function load() {
		const charter = await fetchCharter()
		version = charter.version
		if (!version) {
			close()
			return
		}
		if (version.id !== shown.value.version) {
			notice.value = t('The charter has been replaced by a newer one in the meantime. Please read the new text.')
			declining.value = undefined
		}
		shown.value = fromVersion(version, shown.value.language, charter.language)
		given.value = charter.answer ?? undefined
	}

	/** Opens the whole text. */
	function read() {
		view.value = 'text'
		return exclusively(async () => {
			if (!version) {
				await load()
			}
		})
	}

	function show(wanted: View) {
		view.value = wanted
		error.value = ''
	}

	function chooseLanguage(language: string) {
		return exclusively(async () => {
			if (!version) {
				await load()
			}
			if (version) {
				shown.value = fromVersion(version, language)
			}
		})
	}

	function answer(choice: Choice, reason = '') {
		return exclusively(async () => {
			notice.value = ''
			const { version: id, language, textHash } = shown.value
			try {
				const kept = await sendAnswer({ version: id, language, textHash, choice, after: 0, ...reason && { reason } })
				leaving.value = declining.value === 'leave'
				given.value = kept
				fresh.value = true
			} catch (reason) {
				const refusal = asOcsError(reason, 'ensemble_charter')
				if (!OUTDATED.includes(refusal.code)) {
					stuck.value = true
					throw refusal
				}
				await load().catch((reason) => {
					stuck.value = true
					throw reason
				})
				notice.value = refusal.message
			}
			declining.value = undefined
			if (leaving.value) {
				await logOut()
			}
		})
	}

	/** Leaves at once, even on a broken line: then the ask comes back with the next page, and nobody was held up. */
	function leave() {
		if (!given.value && shown.value.canWait) {
			putOff(shown.value.version).catch(() => undefined)
		}
		close()
	}

	return { shown, view, declining, busy, notice, error, given, fresh, leaving, canClose, read, show, chooseLanguage, answer, leave }
}
