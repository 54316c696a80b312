// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Saves what a screen has made. */

/**
 * Saves a file on the reader's device.
 *
 * @param name of the file
 * @param type of its content, as application/json
 * @param content text
 */
export function saveFile(name: string, type: string, content: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }))
	const link = document.createElement('a')
	link.href = address
	link.download = name
	link.click()
	// Some browsers begin to read it only now.
	setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
