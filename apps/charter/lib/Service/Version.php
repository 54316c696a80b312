<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A published charter.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Version implements \JsonSerializable {
	/**
	 * @param int $id row id
	 * @param int $number 1 for the first one of the space, and so on
	 * @param string $defaultLanguage the main language
	 * @param array<string, array{title: string, summary: list<string>, body: string}> $texts language → text
	 * @param array<string, string> $hashes language → hash of the canonical text
	 * @param int $publishedAt seconds since 1970
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $number,
		public readonly string $defaultLanguage,
		public readonly array $texts,
		public readonly array $hashes,
		public readonly int $publishedAt,
	) {
	}

	/**
	 * The best language for a reader.
	 *
	 * @param string $wanted the reader's language
	 */
	public function languageFor(string $wanted): string {
		return Language::best($wanted, array_keys($this->texts), $this->defaultLanguage);
	}

	/** As `version` in contract.ts. */
	public function jsonSerialize(): array {
		return get_object_vars($this);
	}
}
