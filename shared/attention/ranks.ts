// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who comes first when several of our apps have something to say: lower is earlier. */

/** What everybody agrees on, then the welcome, then the practical, then what is only good to know. */
export const ranks = { charter: 10, welcome: 20, quota: 30, news: 40, hint: 50 } as const
