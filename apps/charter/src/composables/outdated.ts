// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the server says to an answer that comes too late. */

/** Refusals after which the person should see what is in force now. */
export const OUTDATED = ['answered_meanwhile', 'other_text', 'replaced', 'unknown_version', 'withdrawn']
