// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Why a pack was refused, with a code that scripts can rely on. */

/** Stable codes. */
export type PackErrorCode
	= 'archive' // an archive is no plain tar.gz as we write them, or ends too early
		| 'changed' // other bytes than the manifest says
		| 'extra' // a file that the manifest does not know
		| 'format' // the manifest cannot be read, or lies about itself
		| 'key' // a key file cannot be read
		| 'migration' // a migration does more than add
		| 'missing' // a file of the manifest is not there
		| 'path' // a path that leaves its folder, or that not every host can hold
		| 'symlink' // something that is no plain file
		| 'too_big' // more bytes than the manifest says
		| 'unsigned' // no signature at all
		| 'wrong_key' // signed, but by nobody we trust

/** A pack is refused. The message is a sentence for whoever runs the command. */
export class PackError extends Error {
	/**
	 * @param code what is wrong
	 * @param message a whole sentence
	 */
	constructor(readonly code: PackErrorCode, message: string) {
		super(message)
		this.name = 'PackError'
	}
}
