<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes rows into Nextcloud's file index, as apps and homes leave them there. Arguments: the server's folder. Reads JSON {storage id: {path: size}} from the standard input, the folders before what is in them; a path that ends with / is a folder. An empty list takes the storage away; a size of null takes the path away. Prints {storage id: number}.

declare(strict_types=1);

use OCP\DB\QueryBuilder\IQueryBuilder;

define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';

(static function (): void {
	$db = \OCP\Server::get(\OCP\IDBConnection::class);
	$types = \OCP\Server::get(\OCP\Files\IMimeTypeLoader::class);
	$find = static function (string $column, string $table, array $where) use ($db): ?int {
		$query = $db->getQueryBuilder();
		$query->select($column)->from($table);
		foreach ($where as $name => $value) {
			$query->andWhere($query->expr()->eq($name, $query->createNamedParameter($value)));
		}
		$found = $query->executeQuery()->fetchOne();
		return $found === false ? null : (int)$found;
	};
	$delete = static function (string $table, array $where) use ($db): void {
		$query = $db->getQueryBuilder();
		$query->delete($table);
		foreach ($where as $name => $value) {
			$query->andWhere($query->expr()->eq($name, $query->createNamedParameter($value)));
		}
		$query->executeStatement();
	};
	$insert = static function (string $table, array $values) use ($db): int {
		$query = $db->getQueryBuilder();
		$query->insert($table)->values(array_map(static fn (int|string $value) => $query->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR), $values))->executeStatement();
		return $query->getLastInsertId();
	};
	$numbers = [];
	$db->beginTransaction();
	foreach (json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR) as $id => $rows) {
		$stored = strlen($id) > 64 ? md5($id) : $id;
		$storage = $find('numeric_id', 'storages', ['id' => $stored]);
		if ($rows === []) {
			$delete('filecache', ['storage' => $storage]);
			$delete('storages', ['numeric_id' => $storage]);
			continue;
		}
		$storage ??= $insert('storages', ['id' => $stored, 'available' => 1]);
		$numbers[$id] = $storage;
		foreach ($rows as $name => $size) {
			$path = rtrim($name, '/');
			if ($size === null) {
				$delete('filecache', ['storage' => $storage, 'path_hash' => md5($path)]);
				continue;
			}
			$folder = $path === '' || $path !== $name;
			$parent = $path === '' ? -1 : $find('fileid', 'filecache', ['storage' => $storage, 'path_hash' => md5(str_contains($path, '/') ? dirname($path) : '')]);
			$insert('filecache', [
				'storage' => $storage, 'path' => $path, 'path_hash' => md5($path), 'parent' => $parent, 'name' => basename($path),
				'mimetype' => $types->getId($folder ? 'httpd/unix-directory' : 'text/plain'), 'mimepart' => $types->getId($folder ? 'httpd' : 'text'),
				'size' => $size, 'mtime' => 1_700_000_000, 'storage_mtime' => 1_700_000_000, 'etag' => 'e', 'permissions' => 31,
			]);
		}
	}
	$db->commit();
	echo json_encode($numbers, JSON_THROW_ON_ERROR);
})();
