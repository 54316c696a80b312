// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the first steps and their guide on the page. */

import { createApp } from 'vue'
import PageView from './views/PageView.vue'

/**
 * Mounts the page.
 *
 * @param element the app's place
 */
export function openPage(element: Element): void {
	createApp(PageView).mount(element)
}
