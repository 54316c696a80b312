// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the app keeps: values of accounts and of the app, by the names that lib/ gives them. */

import type { Settings } from '@ensemble/shared/contract/define'
import type { Layers, Resolved } from '@ensemble/shared/settings/layers'
import type { Account, EmbeddedApp, Space } from '@ensemble/space/embedding'
import type { Catalog, OnboardingContract } from '../contract.ts'
import type { Person } from '../src/logic/audience.ts'
import type { StoredHints } from '../src/logic/hints.ts'
import type { Remembered } from '../src/logic/steps.ts'
import type { Marks } from '../src/logic/tasks.ts'

import { resolveSettings } from '@ensemble/shared/settings/layers'
import { contract } from '../contract.ts'

/** All handlers of the app; each file of this folder has some of them. */
export type Handlers = EmbeddedApp<OnboardingContract>['handlers']
export type OnboardingSettings = Settings<OnboardingContract>

/** The host's catalog as an admin last read about it. */
export interface SeenCatalog { version: number, catalog: Catalog }

/** An account as the rules see it. */
export function personOf({ admin, guest, groups }: Account): Person {
	return { admin, guest, groups }
}

/** What an account remembers of its steps. */
export function remembered(space: Space, account: string): Remembered {
	const list = (key: 'declined' | 'done') => (space.userValue(account, contract.app, key) ?? []) as string[]
	return { done: list('done'), declined: list('declined') }
}

/** Keeps what an account remembers of its steps. */
export function remember(space: Space, account: string, { done, declined }: Remembered): void {
	for (const [key, list] of Object.entries({ done, declined })) {
		space.setUserValue(account, contract.app, key, list.length === 0 ? undefined : list)
	}
}

/** What an account remembers of lines about apps; null for nothing. */
export function storedHints(space: Space, account: string): StoredHints | null {
	return (space.userValue(account, contract.app, 'hints') ?? null) as StoredHints | null
}

/** What admins have said about tasks. */
export function marks(space: Space): Marks {
	return (space.appValue(contract.app, 'tasks') ?? {}) as Marks
}

/** The catalog that an admin has read about; null for none. */
export function seenCatalog(space: Space): SeenCatalog | null {
	return (space.appValue(contract.app, 'catalog_seen') ?? null) as SeenCatalog | null
}

/** Settings, what the host decides alone, and its policy as it is in force. */
export function inForce(space: Space): Resolved<OnboardingContract> {
	const layers: Layers = {
		policy: space.appValue(contract.app, 'fleet_policy'),
		lastGoodPolicy: space.appValue(contract.app, 'fleet_policy_good'),
		choice: space.appValue(contract.app, 'settings'),
	}
	return resolveSettings(contract, layers)
}
