// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A fleet that is not there: what a roll-out can see and change of each space, with Nextcloud's manners (facts of §1). */

import type { Before, Enabled, Host, PackTarget, SpaceFacts } from '../engine.ts'

import { sha256 } from '../../journal/canonical.ts'
import { overlayFor } from '../engine.ts'

/** An overlay that names no pack, for spaces that had none: the file is never removed again. */
const NO_PACK = '<?php\n// Ensemble: no pack. Written by the command "ensemble".\n$CONFIG = [];\n'

/** A simulated space. */
export interface SimSpace {
	instanceId: string
	uid: number
	server: string
	/** The overlay's text, or null. */
	overlay: string | null
	/** What the database says. */
	apps: Record<string, { version: string, enabled: Enabled }>
	maintenance: boolean
	loglevel: number | null
	/** App value `fleet_policy` of each app. */
	policies: Record<string, string>
	appstore: boolean
	/** Numbers for reports. */
	counts: Record<string, number>
}

/** All of it: the reality that outlives every controller. */
export class SimWorld {
	readonly spaces = new Map<string, SimSpace>()
	/** Packs unpacked on every host, by version. */
	readonly packs = new Map<string, PackTarget>()
	/** Called after each change; a demonstration writes it down. */
	onChange: (id: string, space: SimSpace) => void = () => {}

	/** A space. */
	space(id: string): SimSpace {
		const space = this.spaces.get(id)
		if (space === undefined) {
			throw new Error(`The simulated fleet has no space "${id}".`)
		}
		return space
	}

	/** The pack that a space's overlay names. */
	packOf(space: SimSpace): PackTarget | null {
		const version = versionIn(space.overlay)
		return version === null ? null : this.packs.get(version) ?? null
	}

	/** Code and database differ for an app that is on. */
	needsUpgrade(space: SimSpace): boolean {
		const pack = this.packOf(space)
		return pack !== null && Object.entries(space.apps).some(([app, { version, enabled }]) => enabled !== false && pack.apps[app] !== undefined && pack.apps[app].version !== version)
	}

	/** Facts, as a boot would find them. */
	facts(id: string, config: string, asked: readonly string[], counts: boolean, texts = false): SpaceFacts {
		const space = this.space(id)
		const pack = this.packOf(space)
		const apps = new Set([...asked, ...Object.keys(pack?.apps ?? {})])
		return {
			instanceId: space.instanceId,
			owner: { uid: space.uid, name: `uid${space.uid}` },
			server: space.server,
			needsDbUpgrade: this.needsUpgrade(space),
			maintenance: space.maintenance,
			loglevel: space.loglevel,
			apps: Object.fromEntries([...apps].flatMap((app) => space.apps[app] === undefined ? [] : [[app, { ...space.apps[app], code: pack?.apps[app]?.version ?? null }]])),
			overlay: { path: `${config}/pack.config.php`, bytes: space.overlay, pack: versionIn(space.overlay) },
			flags: { appstoreenabled: space.appstore, 'upgrade.disable-web': true, 'integrity.check.disabled': null, tempdirectory: `/tmp/${id}` },
			policies: Object.fromEntries([...apps].map((app) => [app, space.policies[app] === undefined ? null : sha256(space.policies[app])])),
			...counts ? { counts: space.counts } : {},
			...texts ? { texts: Object.fromEntries([...apps].map((app) => [app, space.policies[app] ?? null])) } : {},
		}
	}

	/** Switches the code. */
	flip(id: string, host: Host, before: Before | null, version: string): void {
		this.space(id).overlay = before === null ? overlayFor(host, version) : before.overlay ?? NO_PACK
		this.onChange(id, this.space(id))
	}

	/** Brings the database of one app to the code found. */
	upgrade(id: string, app: string): void {
		const space = this.space(id)
		const code = this.packOf(space)?.apps[app]
		if (space.apps[app] !== undefined && code !== undefined) {
			space.apps[app].version = code.version
			this.onChange(id, space)
		}
	}

	/** Switches an app on (for everybody, if it was off) or off. */
	enable(id: string, app: string, enabled: Enabled): void {
		const space = this.space(id)
		const version = this.packOf(space)?.apps[app]?.version ?? space.apps[app]?.version
		if (version !== undefined) {
			space.apps[app] = { version: space.apps[app]?.version ?? version, enabled }
			this.onChange(id, space)
		}
	}
}

/** The pack's version an overlay names. */
function versionIn(overlay: string | null): string | null {
	return overlay === null ? null : /^\/\/ Ensemble pack (\S+)\. /m.exec(overlay)?.[1] ?? null
}
