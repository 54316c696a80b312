<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A published charter.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Version implements \JsonSerializable {
	/**
	 * @param int $id row id
	 * @param 'association'|'host' $owner whose charter it is
	 * @param string $ownerName name of the host at that time; empty for the association
	 * @param int $number 1 for the first one of its owner, and so on
	 * @param string $defaultLanguage the main language
	 * @param array<string, array{title: string, summary: list<string>, body: string}> $texts language → text
	 * @param array<string, string> $hashes language → hash of the canonical text
	 * @param int $publishedAt seconds since 1970
	 * @param 'substantive'|'editorial' $kind whether everybody is asked anew
	 * @param 'inform'|'ask'|'require' $mode how people learn of it
	 * @param ?int $deadline from then on an answer is overdue, seconds since 1970; null for none
	 * @param array{who: string, groups: list<string>} $audience whom it is for
	 * @param array<string, string> $changeNote language → what has changed
	 * @param int $asks id of the version whose answers count for this one: itself, or what it mends
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $owner,
		public readonly string $ownerName,
		public readonly int $number,
		public readonly string $defaultLanguage,
		public readonly array $texts,
		public readonly array $hashes,
		public readonly int $publishedAt,
		public readonly string $kind,
		public readonly string $mode,
		public readonly ?int $deadline,
		public readonly array $audience,
		public readonly array $changeNote,
		public readonly int $asks,
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

	/**
	 * The title in a reader's language.
	 *
	 * @param string $wanted the reader's language
	 */
	public function titleFor(string $wanted): string {
		return $this->texts[$this->languageFor($wanted)]['title'];
	}

	/**
	 * What has changed, in a reader's language; empty where nothing is said.
	 *
	 * @param string $wanted the reader's language
	 */
	public function changeNoteFor(string $wanted): string {
		return $this->changeNote === [] ? '' : $this->changeNote[Language::best($wanted, array_keys($this->changeNote), $this->defaultLanguage)];
	}

	/**
	 * Name of whose charter it is.
	 *
	 * @param string $association name of the association
	 */
	public function nameOfOwner(string $association): string {
		return $this->owner === Owner::HOST ? $this->ownerName : $association;
	}

	/** As `version` in contract.ts. */
	public function jsonSerialize(): array {
		return ['changeNote' => (object)$this->changeNote] + get_object_vars($this);
	}
}
