<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The hash that ties an answer to the one before it in the space, as src/logic/canonical.ts; cases/canonical.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Chain {
	/** What the first answer has before it. */
	public const START = '0000000000000000000000000000000000000000000000000000000000000000';

	/**
	 * SHA-256 of an answer, in lower-case hexadecimal.
	 *
	 * @param int $number 1, 2, 3… over the space
	 * @param string $previous hash of the answer with the number before, START for the first
	 * @param int $version id of the version
	 * @param string $language language of the text that was shown
	 * @param string $textHash hash of the text that was shown
	 * @param string $choice accepted or declined
	 * @param int $at seconds since 1970
	 * @param string $person the person's token
	 */
	public static function hash(int $number, string $previous, int $version, string $language, string $textHash, string $choice, int $at, string $person): string {
		return hash('sha256', "ensemble-charter-answer 1\nnumber $number\nprevious $previous\nversion $version\nlanguage $language\n"
			. "text $textHash\nchoice $choice\nat $at\nperson $person\n");
	}
}
