<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A path of Nextcloud's file index as a person sees it.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

final class Path {
	/**
	 * Takes a path apart.
	 *
	 * @param string $path `files/Photos/2024/a.jpg`
	 * @return array{name: string, folder: string} `a.jpg` in `/Photos/2024`; `/` = the top of the files
	 */
	public static function split(string $path): array {
		$end = strrpos($path, '/');
		return [
			'name' => substr($path, $end + 1),
			'folder' => substr($path, strlen('files'), $end - strlen('files')) ?: '/',
		];
	}
}
