// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What every engine can do: run jobs on the spaces of one host. Waves, gates, journal and going back live above it. */

/** A machine with Nextcloud's code, seen from that machine: every path is a path over there. */
export interface Host {
	/** Its name in the inventory. */
	readonly name: string
	/** Absolute path of Nextcloud's code tree, which all its spaces share. */
	readonly code: string
	/** Absolute path of the folder with unpacked packs, one folder per version. */
	readonly packs: string
	/** Path in a URL that the web server maps to `packs`, for instance `/pack-apps`. */
	readonly packsUrl: string
	/** PHP's command line program. */
	readonly php: string
	/** How many spaces may be worked on at the same time. */
	readonly jobs: number
	/** Where an engine that reaches other machines finds it (name or address for ssh); undefined for this machine. */
	readonly address?: string
	/** Folder for the tool's own files on a host that is reached through Ansible; `/var/lib/ensemble` unless said. */
	readonly home?: string
}

/** One Nextcloud: a config folder on a host's shared code. */
export interface Space {
	/** Its name in the inventory, unique over the fleet. */
	readonly id: string
	/** Name of its host. */
	readonly host: string
	/** Absolute path of its config folder (NEXTCLOUD_CONFIG_DIR). */
	readonly config: string
	/** Its public address, for the optional look from outside. */
	readonly url?: string
}

/** One app of a pack. */
export interface PackApp {
	/** Exact version in its info.xml. */
	readonly version: string
	/** Nextcloud's major versions it declares to work on, both inclusive. */
	readonly nextcloud: { readonly min: number, readonly max: number }
	/** False where one of its migrations drops or renames: then the way back is barred. */
	readonly additive: boolean
	/** Classes of those migrations, where the manifest is known: a pack that holds the same ones can still be gone back to. */
	readonly breaking?: readonly string[]
}

/** A pack as an engine needs it: already verified on the controller, to be found unpacked at `<host.packs>/<version>`. */
export interface PackTarget {
	readonly version: string
	/** SHA-256 of manifest.json, lower-case hex: what a host checks its unpacked copy against. */
	readonly manifest: string
	/** The apps by id. */
	readonly apps: Readonly<Record<string, PackApp>>
}

/** For whom an app is on: everybody, nobody, or the groups named. */
export type Enabled = boolean | readonly string[]

/** What is true in a space right now. Counts only: never a name, a file name or a text of a person. */
export interface SpaceFacts {
	/** Nextcloud's `instanceid`. */
	readonly instanceId: string
	/** Who owns config.php; every boot runs as that account. */
	readonly owner: { readonly uid: number, readonly name: string }
	/** Nextcloud's version, `34.0.1`. */
	readonly server: string
	/** Code and database differ in version: the whole space answers 503 or the updater's page. */
	readonly needsDbUpgrade: boolean
	readonly maintenance: boolean
	/** System value `loglevel`; null where it is not set. */
	readonly loglevel: number | null
	/** Installed ones of the apps that the job asks for, and of the present pack; version is the one in the database. */
	readonly apps: Readonly<Record<string, { readonly version: string, readonly enabled: Enabled, /** Version of the code found; null where there is none. */ readonly code: string | null }>>
	/** The overlay file: `bytes` is its whole text, null where the space has none yet; `pack` is the version it names, null where none. */
	readonly overlay: { readonly path: string, readonly bytes: string | null, readonly pack: string | null }
	/** System values that decide whether a roll-out is safe (facts of §1.2); null where not set. */
	readonly flags: {
		readonly appstoreenabled: boolean | null
		readonly 'upgrade.disable-web': boolean | null
		readonly 'integrity.check.disabled': boolean | null
		readonly tempdirectory: string | null
	}
	/** SHA-256 of the policy each app holds (app value `fleet_policy`), lower-case hex; null where it has none. */
	readonly policies: Readonly<Record<string, string | null>>
	/** The texts behind those hashes; absent unless asked for. */
	readonly texts?: Readonly<Record<string, string | null>>
	/** Numbers for reports: `accounts`, `charterAnswered`, `poolUsed`, `poolTotal` …; absent unless asked for. */
	readonly counts?: Readonly<Record<string, number>>
}

/** What a space had before it was touched: enough to put it back, small enough for the journal. */
export interface Before {
	/** As in SpaceFacts; checked before anything is changed. */
	readonly instanceId: string
	/** The overlay's whole text, or null where it had none. */
	readonly overlay: string | null
	/** The pack that overlay names, or null. */
	readonly pack: string | null
	/** The pack's apps as they were; an app that is absent was not installed. */
	readonly apps: Readonly<Record<string, { readonly version: string, readonly enabled: Enabled }>>
	readonly loglevel: number | null
	readonly maintenance: boolean
	/** Hashes of the policies that are about to be replaced, as in SpaceFacts; absent where none is. */
	readonly policies?: Readonly<Record<string, string | null>>
}

/** App values to set in a space, by app id and key; null deletes. Strings only, as `config:import` demands. */
export type AppValues = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** What every job carries. */
interface JobBase {
	/** Unique within one call of run(). */
	readonly id: string
	readonly space: Space
}

/** Reads what is true; changes nothing, not even a cache that the space's owner could not have made. */
export interface FactsJob extends JobBase {
	readonly action: 'facts'
	/** Ids of the apps to look at; apps whose code lies in the space's present pack are looked at too. */
	readonly apps: readonly string[]
	/** Also count (costs queries). */
	readonly counts?: boolean
	/** Also give the texts of the policies. */
	readonly texts?: boolean
}

/**
 * Brings a space to a pack. Idempotent: run again after any crash it finishes what is left.
 *
 * Order: lock; the overlay must be the one of `before` or already the pack's, else `moved`; write the overlay (temporary
 * file and rename, current mtime); one boot as config.php's owner: instance id as in `before`, else `moved`; upgradeApp()
 * where code and database differ, in either direction; enableApp() for those of `enable`; `values`. Never touches
 * maintenance mode, config.php or the log level. Does not judge: verify does.
 */
export interface ApplyJob extends JobBase {
	readonly action: 'apply'
	readonly pack: PackTarget
	readonly before: Before
	/** Apps to switch on where they are not; apps that are on keep their groups. */
	readonly enable: readonly string[]
	readonly values?: AppValues
}

/** A fresh boot that reads facts about the pack's apps; the gate above the engine judges them. */
export interface VerifyJob extends JobBase {
	readonly action: 'verify'
	readonly apps: readonly string[]
}

/**
 * Puts a space back. Idempotent.
 *
 * Writes `before.overlay` again with a current mtime; where that is null the overlay stays as a file and names no pack,
 * since a removed overlay would leave what leaked into config.php. One boot: upgradeApp() to the older versions;
 * apps that were not installed or not on before are disabled, never removed (their data stays); at last `values`.
 */
export interface RestoreJob extends JobBase {
	readonly action: 'restore'
	/** The pack the space is being taken back from. */
	readonly pack: PackTarget
	readonly before: Before
	/** App values as they were: policies that had been replaced. */
	readonly values?: AppValues
}

/** Writes app values only (policies, settings). */
export interface SettingsJob extends JobBase {
	readonly action: 'settings'
	readonly values: AppValues
}

/** One thing to do in one space. */
export type SpaceJob = FactsJob | ApplyJob | VerifyJob | RestoreJob | SettingsJob

/**
 * Why a job failed.
 *
 * `lost`: no answer came (child died, exit code 0 and no line). `timeout`: killed after the limit. `cancelled`: the signal
 * came before it began, so nothing was touched. `locked`: another process works on this space. `moved`: the space is not
 * what `before` says. `owner`: cannot become config.php's owner. `config`: config folder or config.php missing, broken or
 * not installed. `maintenance`: in maintenance mode. `core-upgrade`: Nextcloud itself waits for its own upgrade.
 * `missing-app`: no code for an app that is on. `range`: an app does not declare this Nextcloud version. `migration`: a
 * migration threw. `exception`: anything else of Nextcloud's or an app's. `disk-full`, `database`: what they say.
 * `pack`: the unpacked pack is not the manifest's. `unreachable`: the host does not answer.
 */
export type FailureCode = 'lost' | 'timeout' | 'cancelled' | 'locked' | 'moved' | 'owner' | 'config' | 'maintenance' | 'core-upgrade'
	| 'missing-app' | 'range' | 'migration' | 'exception' | 'disk-full' | 'database' | 'pack' | 'unreachable'

/** A failure: a code for programs, a plain sentence for people (no path of a person's file, no secret). */
export interface Failure {
	readonly code: FailureCode
	readonly message: string
	/** The app it is about, if one. */
	readonly app?: string
	/** True: the space may have been changed before it failed; false: it surely was not. Unsaid: as the code implies. */
	readonly touched?: boolean
}

/** How a job ended. `ok` says that the job did what it is for, not that the space is well: gates say that from `facts`. */
export interface JobResult {
	/** The job's id. */
	readonly id: string
	/** The space's id. */
	readonly space: string
	readonly ok: boolean
	/** Present after `facts` and `verify` that are ok. */
	readonly facts?: SpaceFacts
	/** Present exactly when not ok. */
	readonly error?: Failure
	/** Wall-clock time. */
	readonly seconds: number
	/** CPU time of the job's processes in seconds, where the engine knows. */
	readonly cpu?: number
}

/** How to run jobs. */
export interface RunOptions {
	/** Spaces at the same time on this host. */
	readonly jobs: number
	/** Seconds a job may take before it is killed. */
	readonly timeout: number
	/** Aborted: jobs not begun end as `cancelled`; begun ones are let to their end (at most `timeout`). */
	readonly signal: AbortSignal
}

/** A way to reach hosts. */
export interface Engine {
	readonly name: 'ansible' | 'local' | 'occ' | 'sim'

	/**
	 * Makes a host ready for a pack, once per host and pack: delivers and checks the agent, checks that
	 * `<host.packs>/<pack.version>` holds exactly the manifest's files, warms caches. Idempotent.
	 *
	 * @param host the host
	 * @param pack the pack; undefined to make ready for reading only
	 * @param signal gives up
	 * @return null when ready, or why not
	 */
	prepare(host: Host, pack: PackTarget | undefined, signal: AbortSignal): Promise<Failure | null>

	/**
	 * Runs one job per space, `options.jobs` at a time, and yields each result as it comes, in any order. Exactly one
	 * result per job: what got no answer is yielded as `lost`. Does not throw for anything that happens to a job or host;
	 * ending the iteration early (return()) cancels what has not begun and waits for what has.
	 */
	run(host: Host, jobs: readonly SpaceJob[], options: RunOptions): AsyncIterable<JobResult>

	/** Ends helpers it started and removes what it delivered. Safe to call twice. */
	close(): Promise<void>
}

/**
 * The part of facts that putting back needs.
 *
 * @param facts of a space before it is touched
 * @param apps ids of the apps of the pack that is coming; others are not ours to put back
 * @param policies apps whose policy is about to be replaced
 */
export function beforeOf(facts: SpaceFacts, apps: readonly string[], policies: readonly string[] = []): Before {
	return {
		instanceId: facts.instanceId,
		overlay: facts.overlay.bytes,
		pack: facts.overlay.pack,
		apps: Object.fromEntries(apps.flatMap((id) => facts.apps[id] === undefined ? [] : [[id, { version: facts.apps[id].version, enabled: facts.apps[id].enabled }]])),
		loglevel: facts.loglevel,
		maintenance: facts.maintenance,
		...policies.length === 0 ? {} : { policies: Object.fromEntries(policies.map((id) => [id, facts.policies[id] ?? null])) },
	}
}

/**
 * The overlay's text for a pack: a complete, atomic switch of one space. Same bytes for the same pack and host.
 *
 * @param host the space's host
 * @param version the pack's version
 */
export function overlayFor(host: Pick<Host, 'code' | 'packs' | 'packsUrl'>, version: string): string {
	const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}'`
	return [
		'<?php',
		`// Ensemble pack ${version}. Written by the command "ensemble"; it writes this file again on every roll-out.`,
		'$CONFIG = [',
		'\t\'apps_paths\' => [',
		`\t\t0 => ['path' => ${quote(`${host.code}/apps`)}, 'url' => '/apps', 'writable' => false],`,
		`\t\t'ensemble' => ['path' => ${quote(`${host.packs}/${version}`)}, 'url' => ${quote(`${host.packsUrl}/${version}`)}, 'writable' => false],`,
		'\t],',
		'];',
		'',
	].join('\n')
}
