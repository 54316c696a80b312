// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Switches apps off and on on this screen: one at a time, with the password where Nextcloud wants it. */

import type { Password } from '@ensemble/shared/screen/usePassword'
import type { Ref } from 'vue'
import type { Icons } from '../../api/admin.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { usePassword } from '@ensemble/shared/screen/usePassword'
import { ref, shallowRef } from 'vue'
import { switchOff, switchOn } from '../../api/adminApps.ts'
import { t } from '../../l10n.ts'

export type Icon = Icons[number]

/** What the screen shows and does. */
export interface Apps extends Pick<Password, 'answer' | 'checking' | 'question'> {
	busy: Ref<boolean>
	message: Ref<string>
	problem: Ref<string>
	/** Switched off on this screen: can be switched on again. */
	off: Ref<Icon[]>
	/** Switches the icon's app off. Never throws. */
	takeAway: (icon: Icon) => Promise<void>
	/** Gives the icon's app to some groups, or to everybody. Never throws. */
	give: (icon: Icon, groups: readonly string[]) => Promise<void>
}

/**
 * The apps of this screen.
 *
 * @param reload loads the icons again
 */
export function useApps(reload: () => Promise<void>): Apps {
	const password = usePassword(t)
	const busy = ref(false)
	const message = ref('')
	const problem = ref('')
	const off = shallowRef<Icon[]>([])

	async function one(act: () => Promise<boolean>, done: () => string) {
		if (busy.value) {
			return
		}
		busy.value = true
		message.value = ''
		problem.value = ''
		try {
			if (await act()) {
				message.value = done()
			}
		} catch (reason) {
			problem.value = asOcsError(reason, 'ensemble_onboarding').message
		} finally {
			await reload()
			busy.value = false
		}
	}

	/** Asks for the password until it is right; false where nobody wants to give it. */
	async function confirmed(act: (password: string) => Promise<void>, known: string | null): Promise<boolean> {
		for (let given = known ?? await password.ask(); given !== null; given = await password.ask()) {
			try {
				await act(given)
				return true
			} catch (reason) {
				if (asOcsError(reason, 'ensemble_onboarding').code !== PASSWORD_NEEDED) {
					throw reason
				}
			}
		}
		return false
	}

	function takeAway(icon: Icon) {
		return one(async () => {
			const done = await confirmed(() => switchOff(icon.app), '')
			if (done) {
				off.value = [...off.value, icon]
			}
			return done
		}, () => t('{app} is switched off.', { app: icon.name }))
	}

	function give(icon: Icon, groups: readonly string[]) {
		return one(async () => {
			// Newer Nextclouds want the password for this each time.
			const done = await confirmed((given) => switchOn(icon.app, groups, given), null)
			if (done) {
				off.value = off.value.filter(({ app }) => app !== icon.app)
			}
			return done
		}, () => groups.length > 0 ? t('Only the chosen groups have {app} now.', { app: icon.name }) : t('Everybody has {app} now.', { app: icon.name }))
	}

	const { question, checking, answer } = password
	return { busy, message, problem, off, takeAway, give, question, checking, answer }
}
