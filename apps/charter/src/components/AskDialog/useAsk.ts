// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The course of the ask: reading, answering, what may come in between, and the charter that comes after. */

import type { Answer, PendingCharter, Version } from '../../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { computed, ref, shallowRef } from 'vue'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { logOut } from '../../composables/logOut.ts'
import { OUTDATED } from '../../composables/outdated.ts'
import { t } from '../../l10n.ts'
import { fromPending, fromVersion } from './shown.ts'

export type Choice = Answer['choice']

/** What has changed, the plain sentences, or the whole text. */
export type View = 'changes' | 'summary' | 'text'

/** Whether whoever declines goes on working, or logs out. */
export type Declining = 'leave' | 'stay'

/**
 * Keeps the state of the ask. Nothing here throws: what goes wrong is in `error`, and everything stays as it is.
 *
 * @param pending what the page carries
 * @param close takes the dialog away
 */
export function useAsk(pending: PendingCharter, close: () => void) {
	const charters = inTurn(pending)
	/** Place of the charter that is asked for, from 1. */
	const number = ref(1)
	const current = computed(() => charters[number.value - 1] ?? pending)
	/** What is asked for afterwards. */
	const rest = computed(() => charters.slice(number.value))

	const shown = shallowRef(fromPending(pending))
	const view = ref<View>(firstView(pending))
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

	const canClose = computed(() => stuck.value || ((shown.value.canWait || given.value !== undefined) && rest.value.every(({ canWait }) => canWait)))

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

	/**
	 * Gets to know what is in force now.
	 *
	 * @return false where there is no such charter any more, and nothing left to ask
	 */
	async function load() {
		const met = (await fetchCharter())[current.value.owner]
		if (!met) {
			next(t('The other charter is no longer in force: nobody is asked for an answer to it any more.'))
			return false
		}
		version = met.version
		if (version.id !== shown.value.version) {
			notice.value = t('The charter has been replaced by a newer one in the meantime. Please read the new text.')
			declining.value = undefined
		}
		shown.value = fromVersion(version, shown.value.language, met.language)
		given.value = met.answer ?? undefined
		return true
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
				stuck.value = false
			} catch (reason) {
				const refusal = asOcsError(reason, 'ensemble_charter')
				if (!OUTDATED.includes(refusal.code)) {
					stuck.value = true
					throw refusal
				}
				const still = await load().catch((reason) => {
					stuck.value = true
					throw reason
				})
				if (still) {
					notice.value = refusal.message
				}
			}
			declining.value = undefined
			if (leaving.value) {
				await logOut()
			}
		})
	}

	/** Begins with a charter. */
	function begin(charter: PendingCharter, why: string) {
		number.value = charters.indexOf(charter) + 1
		shown.value = fromPending(charter)
		view.value = firstView(charter)
		declining.value = undefined
		notice.value = why
		error.value = ''
		given.value = undefined
		fresh.value = false
		version = null
	}

	/**
	 * Goes on to the charter that comes after this one; takes the dialog away where there is none.
	 *
	 * @param why a sentence to those who did not ask for that
	 */
	function next(why = '') {
		const [following] = rest.value
		if (following) {
			begin(following, why)
		} else {
			close()
		}
	}

	/**
	 * Puts off whatever is still open, and leaves at once, even on a broken line: then the ask comes back with the next
	 * page, and nobody was held up. What cannot be put off any more is asked for instead.
	 */
	function leave() {
		const open = [...given.value ? [] : [shown.value], ...rest.value]
		for (const { version } of open.filter(({ canWait }) => canWait)) {
			putOff(version).catch(() => undefined)
		}
		const urgent = stuck.value ? undefined : rest.value.find(({ canWait }) => !canWait)
		if (urgent) {
			begin(urgent, '')
		} else {
			close()
		}
	}

	return { current, number, count: charters.length, shown, view, declining, busy, notice, error, given, fresh, leaving, canClose, read, show, chooseLanguage, answer, next, leave }
}

/** Whoever has answered before sees first what is new. */
function firstView({ before }: PendingCharter): View {
	return before === null ? 'summary' : 'changes'
}

/** A charter and those that are asked for after it. */
function inTurn(pending: PendingCharter | null): PendingCharter[] {
	return pending ? [pending, ...inTurn(pending.next)] : []
}
