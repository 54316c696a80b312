// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Puts the admin's screen into its part of the page. */

import { createApp } from 'vue'
import AdminView from './views/AdminView.vue'

/**
 * Mounts the screen.
 *
 * @param element an empty element
 */
export function openAdmin(element: HTMLElement): void {
	createApp(AdminView).mount(element)
}
