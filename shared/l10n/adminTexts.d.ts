// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The module that the build makes for each app (scripts/build/adminTexts.ts). */

declare module 'virtual:ensemble/admin-texts' {
	const texts: import('./late.ts').LateTexts
	export default texts
}
