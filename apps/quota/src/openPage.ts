// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts "My storage" on the page. */

import { createApp } from 'vue'
import MyStorage from './mine/MyStorage.vue'

/**
 * Mounts the page.
 *
 * @param element the app's place
 */
export function openPage(element: Element): void {
	createApp(MyStorage).mount(element)
}
