// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Plans 10,000 simulated spaces (`plan FOLDER`), or rolls them out (`run FOLDER`) and prints what that cost: two processes, as with the command. */

import { readPlan, writePlan } from '@ensemble/fleet/plan/hash'
import { replay } from '@ensemble/fleet/rollout/state'
import { summarize } from '@ensemble/fleet/rollout/summary'
import { scene } from '@ensemble/fleet/rollout/testing'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const spaces = 10_000
const [what, folder] = process.argv.slice(2) as [string, string]
const file = join(folder, 'plan.json')
const made = what === 'run' ? readPlan(readFileSync(file, 'utf8')) : undefined
const s = await scene({ path: join(folder, 'journal.jsonl'), spaces, hosts: 5, jobs: 8, made })
if (made === undefined) {
	writeFileSync(file, writePlan(s.plan))
	process.exit()
}
const mb = () => process.memoryUsage.rss() / 1024 ** 2
const before = mb()
let peak = before
const cpu = process.cpuUsage()
const { ending } = await s.run({ onRecord: ({ n }) => {
	if (n % 1000 === 0) {
		peak = Math.max(peak, mb())
	}
} })
const { user, system } = process.cpuUsage(cpu)
const beforeStatus = process.cpuUsage()
const { phases } = summarize(s.plan, replay(s.plan, s.records()))
// CPU, not the clock: this machine may be busy with other tests.
const status = process.cpuUsage(beforeStatus)
process.stdout.write(`${JSON.stringify({ ending, done: phases.done, cpuMsPerSpace: Math.round((user + system) / 10 / spaces) / 100, peakMb: Math.round(peak), growthMb: Math.round(peak - before), statusSeconds: Math.round((status.user + status.system) / 1000) / 1000 })}\n`)
