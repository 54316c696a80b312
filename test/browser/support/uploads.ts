// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Uploading in Files, as far as it goes before anything is sent. */

import type { Page } from '@playwright/test'

/**
 * Chooses a file in a field of the page, as Nextcloud's own upload button makes one; nothing is sent.
 *
 * @param page the page
 * @param size of the file, bytes
 */
export function chooseFile(page: Page, size: number): Promise<void> {
	return page.evaluate((bytes) => {
		const input = Object.assign(document.createElement('input'), { type: 'file' })
		const files = new DataTransfer()
		files.items.add(new File([new Uint8Array(bytes)], 'too large.bin'))
		input.files = files.files
		document.body.append(input)
		input.dispatchEvent(new Event('change', { bubbles: true }))
		input.remove()
	}, size)
}
