// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether a host's unpacked pack is the one that was signed, and PHP over there can read it. */

import type { Failure, Host, PackTarget } from '../engine.ts'

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { codes } from '../../agent/wire.ts'

/** Where agent.php lies beside this tool. */
export const AGENT = fileURLToPath(new URL('../../agent/agent.php', import.meta.url))

const verdict = z.object({ ok: z.boolean(), error: z.object({ code: z.enum(codes), message: z.string() }).optional() })

/**
 * Compares every file with the manifest, whose own hash the caller has from a signed pack. By the agent, so that every
 * engine checks alike.
 *
 * @param host this machine
 * @param pack which pack
 * @param agent path of agent.php
 * @return null if it is the one
 */
export function checkPack(host: Pick<Host, 'packs' | 'php'>, pack: PackTarget, agent = AGENT): Promise<Failure | null> {
	return new Promise((resolve) => {
		execFile(host.php, [agent, `--pack=${host.packs}/${pack.version}`, `--manifest=${pack.manifest}`], (error, stdout) => {
			try {
				const { ok, error: failure } = verdict.parse(JSON.parse(stdout))
				resolve(ok ? null : failure ?? { code: 'pack', message: 'The pack is not what was signed.' })
			} catch {
				resolve({ code: 'unreachable', message: `${host.php} could not check the pack${error === null ? '' : `: ${error.message}`}` })
			}
		})
	})
}
