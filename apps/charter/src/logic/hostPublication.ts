// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the fleet's policy does to the host's charter in a space. The host speaks by the policy alone; each space follows it. */

import type { CharterText, HostPolicy, Version } from '../../contract.ts'

import { canonicalText } from './canonical.ts'

/** The host's charter, as the policy has it. */
export type HostCharter = NonNullable<HostPolicy['charter']>

/** What is to be done. */
export interface Decision {
	/** A version of this kind is to be published; null = nothing is. */
	publish: Version['kind'] | null
	/** Whether the host's newest version (the one to be published, if any) is in force. */
	inForce: boolean
}

/** What of the host's newest version is looked at. */
export type Published = Pick<Version, 'deadline' | 'defaultLanguage' | 'mode' | 'ownerName' | 'publishedAt' | 'texts'>

const DAY = 86_400

/**
 * Compares the policy's charter with the host's newest version. Other texts are published as the host says, the first
 * ones as substantive; the same texts under another mode, deadline or name as editorial, so that answers go on
 * counting. Without any text, or switched off in the space, the host's charter is not in force. PHP: HostPublication::decide().
 *
 * @param charter of the policy; null for none
 * @param on whether the space shows the host's charter (setting `hostCharter`)
 * @param newest the host's newest version in this space; null for none
 */
export function decide(charter: HostCharter | null, on: boolean, newest: Published | null): Decision {
	if (charter === null || !on || Object.keys(charter.texts).length === 0) {
		return { publish: null, inForce: false }
	}
	return { publish: newest === null ? 'substantive' : difference(charter, newest), inForce: true }
}

/**
 * The language to fall back on: the one that the host says, or the first that has a text. PHP: HostPublication::mainLanguage().
 *
 * @param charter of the policy, with at least one text
 */
export function mainLanguage({ defaultLanguage, texts }: Pick<HostCharter, 'defaultLanguage' | 'texts'>): string {
	return Object.hasOwn(texts, defaultLanguage) ? defaultLanguage : Object.keys(texts)[0] ?? defaultLanguage
}

function difference(charter: HostCharter, newest: Published): Decision['publish'] {
	if (mainLanguage(charter) !== newest.defaultLanguage || !sameTexts(charter.texts, newest.texts)) {
		return charter.kind
	}
	const days = newest.deadline === null ? null : (newest.deadline - newest.publishedAt) / DAY
	return charter.mode !== newest.mode || charter.name !== newest.ownerName || charter.deadlineDays !== days ? 'editorial' : null
}

function sameTexts(one: Record<string, CharterText>, other: Record<string, CharterText>): boolean {
	const languages = Object.keys(one)
	return languages.length === Object.keys(other).length && languages.every((language) => {
		const [a, b] = [one[language], other[language]]
		return a !== undefined && b !== undefined && canonicalText({ language, ...a }) === canonicalText({ language, ...b })
	})
}
