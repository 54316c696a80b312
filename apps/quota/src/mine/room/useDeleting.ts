// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Deletes a file and brings it back, as far as Nextcloud keeps deleted files. */

import type { Item } from '../../../contract.ts'

import { asOcsError } from '@ensemble/shared/ocs/client'
import { ref, shallowRef } from 'vue'
import { deleteFile, restoreFile } from '../../api/dav.ts'
import { t } from '../../l10n.ts'

/** Whether deleted files are kept for a while: Nextcloud lists the apps that are enabled. */
function hasTrash(): boolean {
	const roots = Reflect.get(window, '_oc_appswebroots') as Record<string, string> | undefined
	return roots === undefined || 'files_trashbin' in roots
}

/**
 * Deleting one file after the other, the last of which can be brought back.
 *
 * @param changed called after each change
 */
export function useDeleting(changed: () => void) {
	/** Where nothing comes back: what is asked about first. */
	const asking = shallowRef<Item | null>(null)
	/** What can be brought back. */
	const deleted = shallowRef<Item | null>(null)
	const message = ref('')
	const error = ref('')
	let working = false

	/**
	 * Asks first where it has to be.
	 *
	 * @param item a file
	 * @return whether it asks
	 */
	function ask(item: Item): boolean {
		if (hasTrash()) {
			return false
		}
		asking.value = item
		return true
	}

	async function run(what: () => Promise<void>) {
		if (working) {
			return
		}
		working = true
		asking.value = null
		message.value = ''
		error.value = ''
		try {
			await what()
		} catch (reason) {
			error.value = asOcsError(reason, 'ensemble_quota').message
		}
		working = false
		changed()
	}

	/**
	 * Deletes a file.
	 *
	 * @param item which one
	 */
	function remove(item: Item) {
		return run(async () => {
			deleted.value = null
			await deleteFile(item)
			if (hasTrash()) {
				deleted.value = item
				message.value = t('“{name}” is among your deleted files now.', { name: item.name })
			} else {
				message.value = t('“{name}” is deleted.', { name: item.name })
			}
		})
	}

	/** Brings back what was deleted last. */
	function bringBack() {
		return run(async () => {
			const item = deleted.value
			if (item) {
				const back = await restoreFile(item.id)
				deleted.value = null
				message.value = back
					? t('“{name}” is back where it was.', { name: item.name })
					: t('“{name}” is no longer among your deleted files.', { name: item.name })
			}
		})
	}

	return { asking, deleted, message, error, ask, remove, bringBack }
}
