// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The modules that the build makes for each app (scripts/build/lateTexts.ts). */

declare module 'virtual:ensemble/admin-texts' {
	const texts: import('./late.ts').LateTexts
	export default texts
}

declare module 'virtual:ensemble/page-texts' {
	const texts: import('./late.ts').LateTexts
	export default texts
}
