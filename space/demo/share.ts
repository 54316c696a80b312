// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the public share of the demo shows. */

/** Name of the shared folder, and its files with their size in bytes. */
export const PUBLIC_SHARE: { name: string, files: Array<[string, number]> } = {
	name: 'Portes ouvertes 2026',
	files: [
		['Affiche portes ouvertes.pdf', 3_812_340],
		['Plan d\'accès.pdf', 921_604],
		['Programme de la journée.odt', 48_120],
	],
}
