// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's style rules. */

export { default } from '@nextcloud/stylelint-config'
