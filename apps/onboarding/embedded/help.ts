// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom to ask. */

import type { Host } from '@ensemble/shared/contract/define'
import type { Space } from '@ensemble/space/embedding'
import type { Help, OnboardingContract } from '../contract.ts'
import type { OnboardingSettings } from './store.ts'

import { anyWords } from '../src/logic/words.ts'

/**
 * Whom a person can ask: somebody of the association first, then the host's community.
 *
 * @param space the space
 * @param settings in force
 * @param host what the host decides alone
 * @param language of the reader
 */
export function helpOf(space: Space, { association, contact, contactUrl }: OnboardingSettings, { communityName, communityUrl }: Host<OnboardingContract>, language: string): Help {
	const name = anyWords(communityName, language)
	return {
		association: association || space.name,
		contact,
		contactUrl,
		community: name === null || communityUrl === '' ? null : { name, url: communityUrl },
	}
}
