<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the commands tell of a charter in force.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\Version;
use Symfony\Component\Console\Output\OutputInterface;

final class Facts {
	private const MOMENTS = ['publishedAt', 'deadline'];

	/**
	 * A version in short.
	 *
	 * @param ?Version $version null for none
	 * @return ?array name → value, for JSON
	 */
	public static function of(?Version $version): ?array {
		return $version === null ? null : [
			'id' => $version->id,
			'owner' => $version->owner,
			'ownerName' => $version->ownerName,
			'number' => $version->number,
			'asks' => $version->asks,
			'kind' => $version->kind,
			'mode' => $version->mode,
			'publishedAt' => $version->publishedAt,
			'deadline' => $version->deadline,
			'languages' => array_keys($version->texts),
		];
	}

	/**
	 * Prints facts for people, one a line.
	 *
	 * @param OutputInterface $output where to
	 * @param string $owner whose charter
	 * @param ?array $facts as of() gives them, and more; null where there is no charter
	 */
	public static function write(OutputInterface $output, string $owner, ?array $facts): void {
		if ($facts === null) {
			$output->writeln("No charter of the $owner is in force.");
			return;
		}
		foreach ($facts as $what => $value) {
			$output->writeln("$what: " . self::readable($what, $value), OutputInterface::OUTPUT_RAW);
		}
	}

	private static function readable(string $what, mixed $value): string {
		return match (true) {
			is_array($value) => implode(', ', $value),
			$value === null => 'none',
			in_array($what, self::MOMENTS, true) => gmdate('Y-m-d H:i', $value) . ' UTC',
			default => (string)$value,
		};
	}
}
