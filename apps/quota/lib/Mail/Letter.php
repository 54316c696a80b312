<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A mail before it is one: words in the reader's language, and the one thing to do.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Mail;

final class Letter {
	/**
	 * @param string $subject
	 * @param string $heading
	 * @param list<string> $paragraphs none of them empty
	 * @param string $button what to do
	 * @param string $link where that is done
	 * @param list<string> $list items that stand above the paragraphs
	 */
	public function __construct(
		public readonly string $subject,
		public readonly string $heading,
		public readonly array $paragraphs,
		public readonly string $button,
		public readonly string $link,
		public readonly array $list = [],
	) {
	}
}
