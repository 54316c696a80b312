// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Changes quotas one after the other by Nextcloud's provisioning API: asks for the password where Nextcloud wants it,
 * waits where it has had enough (it takes 50 changes in ten minutes from one person), and can put the earlier quotas back once.
 */

import type { Ref } from 'vue'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { confirmPassword, PASSWORD_NEEDED, storeDefaultQuota, storeQuota } from '../../api/quotas.ts'
import { t } from '../../l10n.ts'
import { readStored } from './stored.ts'

/** One quota to change. */
export interface QuotaChange {
	/** Login name; null = the default of all who have no quota of their own. */
	account: string | null
	/** Who it is, for people. */
	name: string
	/** As Nextcloud stores it: `default`, `none`, `5 GB`. */
	before: string
	after: string
}

/** What became of one. */
export interface QuotaResult {
	change: QuotaChange
	/** Why it was not changed; null where it was. */
	error: string | null
}

/** What a screen shows and does. */
export interface Quotas {
	running: Ref<boolean>
	/** Nextcloud takes no more changes for now; it goes on by itself. */
	waiting: Ref<boolean>
	/** How many there are to do in this run. */
	total: Ref<number>
	/** What has been done in this run, in order. */
	results: Ref<QuotaResult[]>
	/** Why the run ended before its end; empty where it did not. */
	ended: Ref<string>
	/** What can be put back, once. */
	undoable: Ref<QuotaChange[]>
	/** Whether this run puts earlier quotas back. */
	undoing: Ref<boolean>
	/** The password is wanted: what is said above the field. */
	question: Ref<string | null>
	/** Whether the password is being checked. */
	checking: Ref<boolean>
	/**
	 * Changes quotas. Never throws; does nothing while it runs.
	 *
	 * @return what was done; whatever is not in it was left as it was
	 */
	run: (changes: QuotaChange[]) => Promise<QuotaResult[]>
	/** Puts the earlier quotas back. What fails can be tried again. */
	undo: () => Promise<void>
	/** Ends the run after the change under way. */
	stop: () => void
	/** Gives the password; null = nobody wants to. */
	answer: (password: string | null) => Promise<void>
	/** Forgets the last run; it can no longer be undone. */
	clear: () => void
}

/** How long to wait before asking Nextcloud again, in milliseconds. */
export const PATIENCE = 20_000

/** After these there is no use in trying the next one. */
const HOPELESS = ['forbidden', 'maintenance', 'network', 'stale_page', 'unauthorized']

/**
 * The changes of quotas on this screen.
 *
 * @param world what the screen knows
 * @param world.reload counts again, after changes
 * @param world.stored the quota stored now, as it was last loaded; undefined where there is no such account
 */
export function useQuotas({ reload, stored }: { reload: () => Promise<void>, stored: (account: string | null) => string | undefined }): Quotas {
	const running = ref(false)
	const waiting = ref(false)
	const total = ref(0)
	const results = shallowRef<QuotaResult[]>([])
	const ended = ref('')
	const undoable = shallowRef<QuotaChange[]>([])
	const undoing = ref(false)
	const question = ref<string | null>(null)
	const checking = ref(false)
	let stopped = false
	let resume: ((confirmed: boolean) => void) | undefined
	let wake: (() => void) | undefined

	function end(why: string) {
		stopped = true
		ended.value = why
	}

	function stop() {
		end(t('You have stopped this.'))
		wake?.()
	}

	async function pause() {
		waiting.value = true
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, PATIENCE)
			wake = () => {
				clearTimeout(timer)
				resolve()
			}
		})
		wake = undefined
		waiting.value = false
	}

	function ask() {
		question.value = t('Nextcloud wants to be sure that it is you.')
		return new Promise<boolean>((resolve) => {
			resume = resolve
		})
	}

	function closeQuestion(confirmed: boolean) {
		question.value = null
		resume?.(confirmed)
		resume = undefined
	}

	async function answer(password: string | null) {
		if (password === null) {
			closeQuestion(false)
		} else if (!checking.value) {
			checking.value = true
			try {
				if (await confirmPassword(password)) {
					closeQuestion(true)
				} else {
					question.value = t('That was not the right password. Please try again.')
				}
			} catch (error) {
				question.value = asOcsError(error, 'ensemble_quota').message
			} finally {
				checking.value = false
			}
		}
	}

	/** Does one change; null where it was not done after all. */
	async function one(change: QuotaChange): Promise<QuotaResult | null> {
		while (!stopped) {
			try {
				await (change.account === null ? storeDefaultQuota(change.after) : storeQuota(change.account, change.after))
				return { change, error: null }
			} catch (reason) {
				const error = asOcsError(reason, 'ensemble_quota')
				if (error.code === 'too_many') {
					await pause()
				} else if (error.code !== PASSWORD_NEEDED) {
					if (HOPELESS.includes(error.code)) {
						end(error.message)
					}
					return { change, error: error.message }
				} else if (!await ask()) {
					end(t('Without the password nothing more was changed.'))
				}
			}
		}
		return null
	}

	async function doAll(changes: QuotaChange[], mayChange: (change: QuotaChange) => boolean) {
		stopped = false
		running.value = true
		total.value = changes.length
		results.value = []
		ended.value = ''
		addEventListener('beforeunload', holdBack)
		for (const change of changes) {
			const result = mayChange(change) ? await one(change) : { change, error: t('Somebody else has changed this quota in the meantime.') }
			if (result) {
				results.value = [...results.value, result]
			}
			if (stopped) {
				break
			}
		}
		removeEventListener('beforeunload', holdBack)
		await reload()
		running.value = false
		return results.value
	}

	async function run(changes: QuotaChange[]) {
		if (running.value || changes.length === 0) {
			return []
		}
		undoing.value = false
		undoable.value = []
		const done = await doAll(changes, () => true)
		undoable.value = done.filter(({ error }) => error === null).map(({ change }) => ({ ...change, before: change.after, after: change.before }))
		return done
	}

	async function undo() {
		const changes = undoable.value
		if (running.value || changes.length === 0) {
			return
		}
		undoing.value = true
		undoable.value = []
		running.value = true
		await reload()
		const done = await doAll(changes, ({ account, before }) => same(stored(account), before))
		const over = new Set(done.filter(({ error, change }) => error === null || !same(stored(change.account), change.before)).map(({ change }) => change))
		undoable.value = changes.filter((change) => !over.has(change))
	}

	function clear() {
		if (!running.value) {
			results.value = []
			undoable.value = []
			ended.value = ''
			total.value = 0
		}
	}

	onBeforeUnmount(() => {
		stop()
		closeQuestion(false)
		removeEventListener('beforeunload', holdBack)
	})

	return { running, waiting, total, results, ended, undoable, undoing, question, checking, run, undo, stop, answer, clear }
}

/** `5 GB` and `5.0 GB` are the same; `default` and `5 GB` are not, whatever the default. */
function same(one: string | undefined, other: string): boolean {
	const words = ['default', 'none']
	return one === other || (one !== undefined && !words.includes(one) && !words.includes(other) && readStored(one) === readStored(other))
}

/** Whoever leaves the page in the middle should know it. */
function holdBack(event: BeforeUnloadEvent): void {
	event.preventDefault()
}
