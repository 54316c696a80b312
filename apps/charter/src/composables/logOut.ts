// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Ends the session. */

import { readState } from '@ensemble/shared/state'

/** An entry of the user menu, as Nextcloud puts them on the page. */
interface MenuEntry { id: string, href: string }

/** Goes where "Log out" in the user menu goes: with a single sign-on that is not Nextcloud's own address. */
export async function logOut(): Promise<void> {
	const entries = readState<Record<string, MenuEntry> | MenuEntry[]>('core', 'settingsNavEntries') ?? []
	const entry = Object.values(entries).find(({ id }) => id === 'logout')
	location.assign(entry?.href ?? await ownAddress())
}

async function ownAddress(): Promise<string> {
	const { generateUrl } = await import('@nextcloud/router')
	return `${generateUrl('/logout')}?requesttoken=${encodeURIComponent(document.head.dataset.requesttoken ?? '')}`
}
