// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Changes quotas one after the other by Nextcloud's provisioning API: asks for the password where Nextcloud wants it,
 * waits where it has had enough or is out of reach, can be stopped and go on, and can put the earlier quotas back once.
 */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { Password } from '@ensemble/shared/screen/usePassword'
import type { Ref } from 'vue'
import type { QuotaChange, QuotaResult } from './changes.ts'
import type { Patience } from './usePatience.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { usePassword } from '@ensemble/shared/screen/usePassword'
import { isWorthWaiting } from '@ensemble/shared/screen/usePatience'
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { storeDefaultQuota, storeQuota } from '../../api/quotas.ts'
import { t } from '../../l10n.ts'
import { reverse, same } from './changes.ts'
import { usePatience } from './usePatience.ts'

/** What a screen shows and does. */
export interface Quotas extends Pick<Password, 'answer' | 'checking' | 'question'>, Pick<Patience, 'waiting'> {
	running: Ref<boolean>
	/** How many there are to do in this run. */
	total: Ref<number>
	/** What has been done in this run, in order. */
	results: Ref<QuotaResult[]>
	/** What has not been reached yet; what is left of it when the run has ended can go on. */
	rest: Ref<QuotaChange[]>
	/** Why the run ended before its end; empty where it did not. */
	ended: Ref<string>
	/** What can be put back, once. */
	undoable: Ref<QuotaChange[]>
	/** Whether this run puts earlier quotas back. */
	undoing: Ref<boolean>
	/**
	 * Changes quotas; what is so already is not sent again. Never throws; does nothing while it runs.
	 *
	 * @return what was done; whatever is not in it was left as it was
	 */
	run: (changes: QuotaChange[]) => Promise<QuotaResult[]>
	/** Goes on with what is left of a run that has ended. */
	goOn: () => Promise<void>
	/** Puts the earlier quotas back. What fails can be tried again. */
	undo: () => Promise<void>
	/** Ends the run after the change under way. */
	stop: () => void
	/** Forgets the last run; it can no longer be undone. */
	clear: () => void
}

/** After these there is no use in trying the next one: the person has to do something first. */
const HOPELESS = ['forbidden', 'stale_page', 'unauthorized']

/** What the screen knows. */
export interface World {
	/** Counts again. Never throws; what went wrong, or null. */
	reload: () => Promise<OcsError | null>
	/** The quota stored as it was last counted; null asks for the default. Undefined where there is no such account. */
	stored: (account: string | null) => string | undefined
}

/**
 * The changes of quotas on this screen.
 *
 * @param world what the screen knows
 */
export function useQuotas({ reload, stored }: World): Quotas {
	const password = usePassword(t)
	const patience = usePatience()
	const running = ref(false)
	const total = ref(0)
	const results = shallowRef<QuotaResult[]>([])
	const rest = shallowRef<QuotaChange[]>([])
	const ended = ref('')
	const undoable = shallowRef<QuotaChange[]>([])
	const undoing = ref(false)
	let stopped = false

	function end(why: string) {
		stopped = true
		ended.value = why
		patience.wake()
	}

	const send = ({ account, after }: QuotaChange) => account === null ? storeDefaultQuota(after) : storeQuota(account, after)

	/** Sends a change; what went wrong, or null. */
	async function attempt(change: QuotaChange): Promise<OcsError | null> {
		try {
			await send(change)
			return null
		} catch (reason) {
			return asOcsError(reason, 'ensemble_quota')
		}
	}

	/** Does one change; null where it was not done after all. */
	async function one(change: QuotaChange): Promise<QuotaResult | null> {
		while (!stopped) {
			const error = await attempt(change)
			if (error !== null && isWorthWaiting(error.code)) {
				await patience.pause(error.code)
				if (error.code !== 'too_many' && await arrived(change)) {
					return { change, error: null }
				}
				continue
			}
			patience.goesOn()
			if (error?.code === PASSWORD_NEEDED) {
				if (await password.ask() === null) {
					end(t('Without the password nothing more was changed.'))
				}
			} else if (error !== null && HOPELESS.includes(error.code)) {
				end(error.message)
			} else {
				patience.count()
				return { change, error: error?.message ?? null }
			}
		}
		return null
	}

	/** Where the line broke, the change may have arrived while its answer was lost. */
	async function arrived({ account, after }: QuotaChange) {
		for (let problem = stopped ? null : await reload(); problem && isWorthWaiting(problem.code) && !stopped; problem = await reload()) {
			await patience.pause(problem.code)
		}
		return same(stored(account), after)
	}

	/** Works until nothing is left, or it has to end. */
	async function work() {
		stopped = false
		running.value = true
		ended.value = ''
		addEventListener('beforeunload', holdBack)
		// What somebody else has changed since the page was opened is what an undo has to put back.
		await reload()
		while (rest.value.length > 0 && !stopped) {
			const result = await next(rest.value[0]!)
			if (result) {
				results.value = [...results.value, result]
				rest.value = rest.value.slice(1)
			}
		}
		patience.goesOn()
		removeEventListener('beforeunload', holdBack)
		await reload()
		running.value = false
	}

	async function next(planned: QuotaChange): Promise<QuotaResult | null> {
		const now = stored(planned.account)
		if (undoing.value && !same(now, planned.before)) {
			return { change: planned, error: t('Somebody else has changed this quota in the meantime.') }
		}
		const change = { ...planned, before: now ?? planned.before }
		return same(now, change.after) ? { change, error: null, already: true } : one(change)
	}

	function begin(changes: QuotaChange[]) {
		total.value = changes.length
		results.value = []
		rest.value = changes
		undoable.value = []
	}

	async function run(changes: QuotaChange[]) {
		if (running.value || changes.length === 0) {
			return []
		}
		undoing.value = false
		begin(changes)
		await goOn()
		return results.value
	}

	async function goOn() {
		if (!running.value && rest.value.length > 0) {
			await work()
			undoable.value = undoing.value
				? results.value.filter(({ error, change }) => error !== null && same(stored(change.account), change.before)).map(({ change }) => change)
				: results.value.filter(({ error, already }) => error === null && !already).map(reverse)
		}
	}

	async function undo() {
		const changes = undoing.value ? [...undoable.value, ...rest.value] : undoable.value
		if (!running.value && changes.length > 0) {
			undoing.value = true
			begin(changes)
			await goOn()
		}
	}

	function clear() {
		if (!running.value) {
			begin([])
			ended.value = ''
		}
	}

	const stop = () => end(t('You have stopped this.'))

	onBeforeUnmount(() => {
		stop()
		password.answer(null)
		removeEventListener('beforeunload', holdBack)
	})

	const { question, checking, answer } = password
	return { running, waiting: patience.waiting, total, results, rest, ended, undoable, undoing, question, checking, run, goOn, undo, stop, answer, clear }
}

/** Whoever leaves the page in the middle should know it. */
function holdBack(event: BeforeUnloadEvent): void {
	event.preventDefault()
}
