// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keeps the command small beside the spaces it works for: V8 tidies up early instead of letting its heap grow (200 → 141 MB at 10,000 spaces). */

import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--optimize-for-size')
setFlagsFromString('--max-semi-space-size=2')
