// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Makes accounts one after the other by Nextcloud's provisioning API, which sends its invitations: asks for the password
 * where Nextcloud wants it, waits where it has had enough or is out of reach, can be stopped and go on. Before each
 * account it looks whether it is there already, so that nobody is invited twice.
 */

import type { Password } from '@ensemble/shared/screen/usePassword'
import type { Patience } from '@ensemble/shared/screen/usePatience'
import type { Ref } from 'vue'
import type { KnownAccount } from '../../api/adminAccounts.ts'
import type { Invitation } from '../../logic/invite/plan.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { usePassword } from '@ensemble/shared/screen/usePassword'
import { isWorthWaiting, usePatience } from '@ensemble/shared/screen/usePatience'
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { createAccount, createGroup, fetchAccount, fetchGroups } from '../../api/adminAccounts.ts'
import { t } from '../../l10n.ts'
import { complete } from './complete.ts'

/** What became of one. */
export interface Invited {
	/** `half`: the account is there, but something is missing, and nobody was told. */
	state: 'done' | 'failed' | 'half'
	/** What is to be said about it; empty where all is well. */
	note: string
}

/** What a screen shows and does. */
export interface Invitations extends Pick<Password, 'answer' | 'checking' | 'question'>, Pick<Patience, 'waiting'> {
	running: Ref<boolean>
	total: Ref<number>
	/** Login name → what became of it. */
	results: Ref<ReadonlyMap<string, Invited>>
	/** What has not been reached yet, or only half. */
	rest: Ref<Invitation[]>
	/** Why the run ended before its end; empty where it did not. */
	ended: Ref<string>
	/** Invites. Never throws; does nothing while it runs. */
	run: (invitations: readonly Invitation[], newGroups: readonly string[]) => Promise<void>
	/** Goes on with what is left, and finishes what is half done. */
	goOn: () => Promise<void>
	/** Ends the run after the account under way. */
	stop: () => void
	/** Forgets the last run. */
	clear: () => void
}

/** After these there is no use in trying the next one: the person has to do something first. */
const HOPELESS = ['forbidden', 'stale_page', 'unauthorized']

/** With these Nextcloud has not even begun. */
const NOT_ASKED = [PASSWORD_NEEDED, 'maintenance', 'too_many', ...HOPELESS]

/** What Nextcloud said: the account was made, or it was there (perhaps by an earlier try), or why it was not made. */
type Answer = 'made' | { known: KnownAccount | null, message: string }

/** The invitations on this screen. */
export function useInvitations(): Invitations {
	const password = usePassword(t)
	const patience = usePatience()
	const running = ref(false)
	const total = ref(0)
	const results = shallowRef<ReadonlyMap<string, Invited>>(new Map())
	const rest = shallowRef<Invitation[]>([])
	const ended = ref('')
	let groups: readonly string[] = []
	/** Login names for which this screen has asked for an account: whatever is there now is ours. */
	const asked = new Set<string>()
	/** Those of them to whom the invitation was not sent, because a part was refused. */
	const untold = new Set<string>()
	let stopped = false

	function end(why: string) {
		stopped = true
		ended.value = why
		patience.wake()
	}

	/**
	 * Does something until it has an answer.
	 *
	 * @param act what to do; done again after waiting or the password, so it has to look first what is there already
	 * @return null where it was stopped
	 */
	async function patiently<R>(act: () => Promise<R>, refused: (message: string) => R): Promise<R | null> {
		while (!stopped) {
			try {
				const result = await act()
				patience.goesOn()
				return result
			} catch (reason) {
				const error = asOcsError(reason, 'ensemble_onboarding')
				if (isWorthWaiting(error.code)) {
					await patience.pause(error.code)
					continue
				}
				patience.goesOn()
				if (error.code === PASSWORD_NEEDED) {
					if (await password.ask() === null) {
						end(t('Without the password nobody more was invited.'))
					}
				} else if (HOPELESS.includes(error.code)) {
					end(error.message)
				} else {
					return refused(error.message)
				}
			}
		}
		return null
	}

	/** One account; null where it was not reached. */
	async function one(invitation: Invitation): Promise<Invited | null> {
		const { account } = invitation
		const before = asked.has(account)
		const answer = await patiently<Answer>(async () => {
			const known = await fetchAccount(account)
			if (known) {
				return { known, message: '' }
			}
			await create(invitation)
			return 'made'
		}, (message) => ({ known: null, message }))
		if (answer === null) {
			return before || asked.has(account) ? { state: 'half', note: t('It is not known yet whether this account was made. Go on, and it will be looked after.') } : null
		}
		if (answer === 'made') {
			return { state: 'done', note: '' }
		}
		return asked.has(account) ? settle(invitation, answer) : { state: 'failed', note: taken() }
	}

	async function create(invitation: Invitation) {
		const before = asked.has(invitation.account)
		asked.add(invitation.account)
		try {
			await createAccount(invitation)
		} catch (reason) {
			if (!before && NOT_ASKED.includes(asOcsError(reason, 'ensemble_onboarding').code)) {
				asked.delete(invitation.account)
			}
			throw reason
		}
	}

	/** Nextcloud makes the account first and its parts afterwards: where it refuses one, the account may be there all the same. */
	async function settle(invitation: Invitation, { known, message }: Exclude<Answer, 'made'>): Promise<Invited> {
		const { account, mail } = invitation
		const there = known ?? await patiently(() => fetchAccount(account), () => null)
		if (!there) {
			return { state: 'failed', note: message }
		}
		// The mail address comes last, with the invitation.
		if (there.mail === mail && !untold.has(account)) {
			return { state: 'done', note: '' }
		}
		if (there.used || (there.mail !== '' && there.mail !== mail)) {
			return { state: 'failed', note: taken() }
		}
		untold.add(account)
		const result = await complete(invitation, there, patiently)
		if (result.state === 'done') {
			untold.delete(account)
		}
		return result
	}

	/** The groups come first: an account is made with them or not at all. */
	async function makeGroups() {
		for (const group of groups) {
			const problem = await patiently(async () => {
				const known = await fetchGroups()
				if (!known.some(({ id }) => id === group)) {
					await createGroup(group)
				}
				return ''
			}, (message) => message)
			if (problem) {
				end(t('The group “{group}” could not be made: {reason}', { group, reason: problem }))
			}
		}
	}

	async function goOn() {
		if (running.value || rest.value.length === 0) {
			return
		}
		stopped = false
		running.value = true
		ended.value = ''
		addEventListener('beforeunload', holdBack)
		await makeGroups()
		const half: Invitation[] = []
		while (rest.value.length > 0 && !stopped) {
			const [invitation, ...others] = rest.value
			const result = await one(invitation!)
			if (result) {
				results.value = new Map([...results.value, [invitation!.account, result]])
				rest.value = others
				half.push(...result.state === 'half' ? [invitation!] : [])
			}
		}
		rest.value = [...half, ...rest.value]
		patience.goesOn()
		removeEventListener('beforeunload', holdBack)
		running.value = false
	}

	async function run(invitations: readonly Invitation[], newGroups: readonly string[]) {
		if (!running.value) {
			clear()
			total.value = invitations.length
			rest.value = [...invitations]
			groups = newGroups
			await goOn()
		}
	}

	function clear() {
		if (!running.value) {
			total.value = 0
			results.value = new Map()
			rest.value = []
			ended.value = ''
			asked.clear()
			untold.clear()
		}
	}

	const stop = () => end(t('You have stopped this.'))

	onBeforeUnmount(() => {
		stop()
		password.answer(null)
		removeEventListener('beforeunload', holdBack)
	})

	const { question, checking, answer } = password
	return { running, waiting: patience.waiting, total, results, rest, ended, question, checking, run, goOn, stop, clear, answer }
}

/** Whoever leaves the page in the middle should know it. */
function holdBack(event: BeforeUnloadEvent): void {
	event.preventDefault()
}

function taken(): string {
	return t('Somebody else has made an account with this login name in the meantime.')
}
