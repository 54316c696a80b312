// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How an app declares its endpoints: one object that types, OpenAPI, the PHP checks and both servers are made from. */

import type { z } from 'zod'

/** Who may call an endpoint. `member` is anybody logged in, admins included; guests are members with fewer rights. */
export type Caller = 'admin' | 'anyone' | 'member'

/** An error an endpoint may answer with: its HTTP status and the English sentence (the l10n key) a person reads. */
export interface DeclaredError {
	status: 400 | 403 | 404 | 409 | 413 | 429
	message: string
}

/** One endpoint. The key it is declared under is `METHOD /path`; `{name}` in the path is a parameter. */
export interface Endpoint {
	/** Who may call it. */
	who: Caller
	/** What it does, one English sentence for openapi.json. */
	summary: string
	/** Path parameters, one key for each `{name}` in the path. They arrive as strings: use `z.coerce`. */
	params?: z.ZodObject
	/** JSON body; unknown fields are refused. */
	body?: z.ZodObject
	/** What a success carries in `ocs.data`. */
	response: z.ZodType
	/** HTTP status of a success, 200 unless told. */
	status?: 200 | 201
	/** Errors beyond `invalid_request` (400), 401, 403 and 412 (no CSRF token), which every endpoint has. */
	errors?: Record<string, DeclaredError>
}

export type Method = 'DELETE' | 'GET' | 'POST' | 'PUT'

/** `METHOD /api/v1/…`, the name of an endpoint wherever it is spoken of. */
export type EndpointKey = `${Method} /api/v1/${string}`

/** All endpoints and the settings of one app. */
export interface Contract {
	/** Nextcloud's app id, as in the URL `/ocs/v2.php/apps/<id>/…`. */
	app: string
	/** The settings of a space for this app; each field has a default. Layers: docs/architecture.md. */
	settings: z.ZodObject
	/** What the host decides alone, by the fleet's policy; no space can change it. Each field has a default. */
	host?: z.ZodObject
	/** Files that come from elsewhere, by a name of ours; they are checked before they are believed. */
	files?: Record<string, z.ZodObject>
	endpoints: Record<EndpointKey, Endpoint>
}

type OrEmpty<T> = T extends z.ZodType ? z.output<T> : Record<string, never>
type InputOrEmpty<T> = T extends z.ZodType ? z.input<T> : Record<string, never>

/** Names of a contract's endpoints. */
export type Keys<C extends Contract> = keyof C['endpoints'] & EndpointKey
/** What an endpoint answers. */
export type Answer<C extends Contract, K extends Keys<C>> = z.output<C['endpoints'][K]['response']>
/** The parsed body a server works with. */
export type Body<C extends Contract, K extends Keys<C>> = OrEmpty<C['endpoints'][K]['body']>
/** The body a client sends. */
export type SentBody<C extends Contract, K extends Keys<C>> = InputOrEmpty<C['endpoints'][K]['body']>
/** The parsed path parameters. */
export type Params<C extends Contract, K extends Keys<C>> = OrEmpty<C['endpoints'][K]['params']>
/** The error codes that an endpoint declares. */
export type ErrorCode<C extends Contract, K extends Keys<C>> = C['endpoints'][K]['errors'] extends Record<infer N, DeclaredError> ? N & string : never
/** The settings of an app, complete. */
export type Settings<C extends Contract> = z.output<C['settings']>
/** What the host decides alone, complete; empty for an app where it decides nothing. */
export type Host<C extends Pick<Contract, 'host'>> = OrEmpty<C['host']>

/** The body of every declared error, in `ocs.data`. */
export interface ErrorBody {
	/** Stable code, for programs. */
	error: string
	/** A sentence in the reader's language. */
	message: string
	/** Path of the field that is wrong, as `texts.fr.title`; absent where no field is to blame. */
	field?: string
}

/**
 * Declares the contract of an app.
 *
 * @param contract the endpoints and settings
 * @return the same object, with its exact type
 */
export function defineContract<const C extends Contract>(contract: C): C {
	return contract
}
