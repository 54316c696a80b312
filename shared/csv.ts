// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tables as files for spreadsheets (RFC 4180), in which no cell is taken for a formula. */

/** How a spreadsheet knows that the file is UTF-8. */
const BOM = '\uFEFF'

/**
 * A cell that a spreadsheet shows as it is: what it would take for a formula gets an apostrophe before it.
 *
 * @param text what the cell says
 */
export function plainCell(text: string): string {
	return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/**
 * Rows as CSV: each cell made plain and quoted, CRLF after each row, a byte order mark before the first.
 *
 * @param rows the cells
 */
export function toCsv(rows: ReadonlyArray<readonly string[]>): string {
	return BOM + rows.map((row) => row.map((cell) => `"${plainCell(cell).replaceAll('"', '""')}"`).join(',') + '\r\n').join('')
}
