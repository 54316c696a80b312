#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The command `ensemble` in a checkout: TypeScript run by tsx. */

import { register } from 'tsx/esm/api'

import './memory.mjs'

register()
await import('../cli/start.ts')
