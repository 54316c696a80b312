// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A list on the screen: what was pasted or picked, how it was read, and what would become of it. */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { Ref } from 'vue'
import type { Columns } from '../../logic/invite/columns.ts'
import type { List } from '../../logic/invite/parse.ts'
import type { Plan } from '../../logic/invite/plan.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, shallowRef } from 'vue'
import { checkInvitations } from '../../api/admin.ts'
import { fetchGroups, fetchQuotaRules } from '../../api/adminAccounts.ts'
import { t } from '../../l10n.ts'
import { decode } from '../../logic/invite/decode.ts'
import { parseList } from '../../logic/invite/parse.ts'
import { planInvitations } from '../../logic/invite/plan.ts'

/** A list on the screen. */
export interface ListState {
	text: Ref<string>
	/** Name of the file it comes from; empty where it was written. */
	file: Ref<string>
	/** Why a file was not taken. */
	fileError: Ref<string>
	/** Of those whose line has none. */
	language: Ref<string>
	makeGroups: Ref<boolean>
	list: Ref<List | null>
	plan: Ref<Plan | null>
	checking: Ref<boolean>
	error: Ref<OcsError | null>
	/** Takes a file. */
	pick: (file: File) => Promise<void>
	/**
	 * Reads the list and asks the server about it. Nothing is made.
	 *
	 * @param columns what the columns are, where somebody knows better
	 */
	look: (columns?: Columns) => Promise<void>
	/** Back to writing. */
	change: () => void
}

/** The list of this screen. */
export function useList(): ListState {
	const text = ref('')
	const file = ref('')
	const fileError = ref('')
	const language = ref('')
	const makeGroups = ref(false)
	const list = shallowRef<List | null>(null)
	const plan = shallowRef<Plan | null>(null)
	const checking = ref(false)
	const error = shallowRef<OcsError | null>(null)
	let latest = 0

	async function pick(picked: File) {
		fileError.value = ''
		const decoded = decode(new Uint8Array(await picked.arrayBuffer()))
		if ('refused' in decoded) {
			fileError.value = decoded.refused === 'document'
				? t('This is a document, not a plain list. Open it in your spreadsheet program, save it as “CSV”, and choose that file.')
				: t('This file is too large for a list of people.')
			return
		}
		text.value = decoded.text
		file.value = picked.name
	}

	async function look(columns?: Columns) {
		const mine = ++latest
		checking.value = true
		error.value = null
		const read = parseList(text.value, columns)
		try {
			const [groups, quotas] = await Promise.all([fetchGroups(), fetchQuotaRules()])
			const planned = await planInvitations(read, { groups, quotas, makeGroups: makeGroups.value, language: language.value, check: checkInvitations })
			if (mine === latest) {
				list.value = read
				plan.value = planned
			}
		} catch (reason) {
			if (mine === latest) {
				error.value = asOcsError(reason, 'ensemble_onboarding')
			}
		} finally {
			if (mine === latest) {
				checking.value = false
			}
		}
	}

	function change() {
		latest++
		checking.value = false
		list.value = null
		plan.value = null
		error.value = null
	}

	return { text, file, fileError, language, makeGroups, list, plan, checking, error, pick, look, change }
}
