<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How Nextcloud names the storages of this space: homes on a disk and in an object store, team folders, its own data.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\IConfig;

/** What matches none of these names lies elsewhere (SMB, another cloud …) and takes no room of this space. */
final class StorageIds {
	/** Longer ids are kept as their MD5 (column of 64 characters). */
	private const LONGEST = 64;
	/** How the ids of the accounts' storages begin. */
	public const HOMES = ['home::', 'object::user:'];
	/** As the team folders app names a storage of its own: in an object store, today and as it may be called plainly. */
	private const TEAM_OBJECTS = ['object::store:object::groupfolder:', 'object::groupfolder:'];

	private readonly bool $objects;
	/** `local::<data folder>/` */
	private readonly string $disk;
	private readonly string $ownData;

	public function __construct(IConfig $config) {
		$this->objects = $config->getSystemValue('objectstore', null) !== null || $config->getSystemValue('objectstore_multibucket', null) !== null;
		$this->disk = 'local::' . rtrim($config->getSystemValueString('datadirectory', ''), '/') . '/';
		$this->ownData = 'appdata_' . $config->getSystemValueString('instanceid', '');
	}

	/**
	 * The ids that the storage of an account can have; the one of this installation comes first. A space that was moved
	 * between a disk and an object store may still hold the rows of the other one, which do not count then.
	 *
	 * @param string $account account id
	 * @return array{string, string}
	 */
	public function of(string $account): array {
		$disk = self::stored('home::' . $account);
		$object = self::stored('object::user:' . $account);
		return $this->objects ? [$object, $disk] : [$disk, $object];
	}

	/**
	 * Whether a storage is an account's, as far as its id tells.
	 *
	 * @param string $id id of a storage
	 */
	public function isHome(string $id): bool {
		return str_starts_with($id, self::HOMES[0]) || str_starts_with($id, self::HOMES[1]);
	}

	/**
	 * Whether a storage is one that a team folder has for itself, as far as its id tells.
	 *
	 * @param string $id id of a storage
	 */
	public function isTeam(string $id): bool {
		foreach ([$this->disk . '__groupfolders/', ...self::TEAM_OBJECTS] as $beginning) {
			if (str_starts_with($id, $beginning)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a storage lies in the space's data folder or object store, as far as its id tells.
	 *
	 * @param string $id id of a storage
	 */
	public function isOwn(string $id): bool {
		return $this->isHome($id) || str_starts_with($id, 'object::') || str_starts_with($id, $this->disk);
	}

	/**
	 * Whether a storage is of the kind that this installation does not write to any more.
	 *
	 * @param string $id id of a storage that is the space's own
	 */
	public function isFormer(string $id): bool {
		return str_starts_with($id, 'object::') ? !$this->objects : $this->objects && (str_starts_with($id, 'home::') || str_starts_with($id, 'local::'));
	}

	/** The folder for the space's own data, previews among it: at the top of the storage that everything stands on. */
	public function ownData(): string {
		return $this->ownData;
	}

	private static function stored(string $id): string {
		return strlen($id) > self::LONGEST ? md5($id) : $id;
	}
}
