// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Turns whatever went wrong with a call into one kind of error with a sentence for a person. */

import type { Translate } from '../l10n/translate.ts'

/** A call that did not succeed. `message` can be shown as it is. */
export class OcsError extends Error {
	override name = 'OcsError'

	/**
	 * @param code a code of the contract, or one of: network, unauthorized, forbidden, not_found, stale_page, too_large, too_many, maintenance, server, unreadable
	 * @param message sentence in the reader's language
	 * @param status HTTP status, 0 where there was no answer
	 * @param field path of the field to blame, as `texts.fr.title`
	 */
	constructor(readonly code: string, message: string, readonly status = 0, readonly field?: string) {
		super(message)
	}
}

/** What is known of an answer: axios's response has this shape. */
export interface RawAnswer {
	status: number
	data: unknown
	headers?: object
}

/**
 * The error of an answer.
 *
 * @param answer the answer, undefined where none came
 * @param t translator of the calling app
 */
export function toOcsError(answer: RawAnswer | undefined, t: Translate): OcsError {
	if (answer === undefined || answer.status === 0) {
		return new OcsError('network', t('The server cannot be reached. Please check your connection and try again. Nothing you wrote is lost.'))
	}
	const declared = unwrap(answer.data)
	if (isRecord(declared) && typeof declared.error === 'string' && typeof declared.message === 'string') {
		const field = typeof declared.field === 'string' ? declared.field : undefined
		return new OcsError(declared.error, declared.message, answer.status, field)
	}
	const [code, message] = sentence(answer, t)
	return new OcsError(code, message, answer.status)
}

/**
 * The content of an OCS answer.
 *
 * @param data the whole body
 * @return `ocs.data`; undefined where the body is no OCS answer (a login page, a proxy's error page)
 */
export function unwrap(data: unknown): unknown {
	return isRecord(data) && isRecord(data.ocs) ? data.ocs.data : undefined
}

function sentence({ status, headers = {} }: RawAnswer, t: Translate): [string, string] {
	if (status === 503 && 'x-nextcloud-maintenance-mode' in headers) {
		return ['maintenance', t('Your Nextcloud is being looked after at the moment. Please try again in a few minutes.')]
	}
	switch (status) {
		case 401: return ['unauthorized', t('You are no longer logged in. Log in again in another tab, then try again here.')]
		case 403: return ['forbidden', t('You are not allowed to do this. Perhaps your rights have changed.')]
		case 404: return ['not_found', t('This is no longer there. Please load the page again.')]
		case 412: return ['stale_page', t('This page has been open for too long. Please load it again.')]
		case 413: return ['too_large', t('This is too large for the server.')]
		case 429: return ['too_many', t('That was a bit much at once. Please wait a minute and try again.')]
	}
	return status >= 500
		? ['server', t('Something went wrong on the server. Please try again in a moment.')]
		: ['unreadable', t('The server gave an answer that makes no sense here. Please load the page again.')]
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null
}
