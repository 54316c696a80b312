<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes many accounts with many files, as rows: {"prefix", "from", "to", "filesEach", "homes"} as JSON from the standard input. Each may keep 1 GB and keeps 0 to 99 % of it, evenly spread; `homes` makes their folders on the disk, too. {"prefix", "remove": true} takes them away. Arguments: the server's folder. Prints {accounts, files}.

declare(strict_types=1);

define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';

(static function (array $wanted): void {
	$db = \OCP\Server::get(\OCP\IDBConnection::class);
	$types = \OCP\Server::get(\OCP\Files\IMimeTypeLoader::class);
	$data = \OCP\Server::get(\OCP\IConfig::class)->getSystemValueString('datadirectory');
	$prefix = $wanted['prefix'];
	if ($wanted['remove'] ?? false) {
		$db->executeStatement('DELETE FROM *PREFIX*filecache WHERE storage IN (SELECT numeric_id FROM *PREFIX*storages WHERE id LIKE ?)', ["home::$prefix%"]);
		$db->executeStatement('DELETE FROM *PREFIX*storages WHERE id LIKE ?', ["home::$prefix%"]);
		$db->executeStatement('DELETE FROM *PREFIX*preferences WHERE userid LIKE ?', ["$prefix%"]);
		$db->executeStatement('DELETE FROM *PREFIX*users WHERE uid LIKE ?', ["$prefix%"]);
		$db->executeStatement('DELETE FROM *PREFIX*ens_quota_days WHERE account LIKE ?', ["$prefix%"]);
		$db->executeStatement('DELETE FROM *PREFIX*ens_quota_states WHERE account LIKE ?', ["$prefix%"]);
		if ($db->tableExists('notifications')) {
			$db->executeStatement('DELETE FROM *PREFIX*notifications WHERE user LIKE ?', ["$prefix%"]);
		}
		echo '{"accounts":0,"files":0}';
		return;
	}

	$ids = array_map(static fn (int $n): string => sprintf('%s%05d', $prefix, $n), range($wanted['from'], $wanted['to'] - 1));
	$insert = static function (string $table, array $columns, array $rows) use ($db): void {
		foreach (array_chunk($rows, 100) as $some) {
			$places = '(' . implode(', ', array_fill(0, count($columns), '?')) . ')';
			$db->executeStatement("INSERT INTO *PREFIX*$table (" . implode(', ', $columns) . ') VALUES ' . implode(', ', array_fill(0, count($some), $places)), array_merge(...$some));
		}
	};
	$db->beginTransaction();
	$insert('users', ['uid', 'displayname', 'uid_lower', 'password'], array_map(static fn (string $id): array => [$id, "Member $id", $id, ''], $ids));
	$insert('preferences', ['userid', 'appid', 'configkey', 'configvalue'], array_merge(...array_map(static fn (string $id): array => [
		[$id, 'files', 'quota', '1 GB'],
		[$id, 'login', 'lastLogin', '1790000000'],
		[$id, 'settings', 'email', "$id@example.org"],
	], $ids)));
	$insert('storages', ['id', 'available'], array_map(static fn (string $id): array => ["home::$id", 1], $ids));

	[$folder, $folderPart, $file, $filePart] = array_map($types->getId(...), ['httpd/unix-directory', 'httpd', 'image/jpeg', 'image']);
	$each = $wanted['filesEach'];
	$unit = intdiv(1024 ** 3, 100 * max(1, $each));
	/** One path for all of them at once: its parent is found by its own path, and its size is a share of what the account keeps. */
	$add = static function (string $path, bool $isFolder, int $parts) use ($db, $ids, $folder, $folderPart, $file, $filePart, $unit): void {
		$common = '?, ?, ?, ?, ?, ((s.numeric_id * 37) % 100) * ?, 1700000000, 1700000000, ?, 31 FROM *PREFIX*storages s';
		$values = [$path, md5($path), basename($path), $isFolder ? $folder : $file, $isFolder ? $folderPart : $filePart, $parts * $unit, uniqid()];
		$columns = 'INSERT INTO *PREFIX*filecache (storage, parent, path, path_hash, name, mimetype, mimepart, size, mtime, storage_mtime, etag, permissions)';
		$whose = 's.id >= ? AND s.id <= ?';
		$range = ["home::$ids[0]", 'home::' . $ids[array_key_last($ids)]];
		if ($path === '') {
			$db->executeStatement("$columns SELECT s.numeric_id, -1, $common WHERE $whose", [...$values, ...$range]);
		} else {
			$parent = str_contains($path, '/') ? dirname($path) : '';
			$db->executeStatement("$columns SELECT s.numeric_id, p.fileid, $common INNER JOIN *PREFIX*filecache p ON p.storage = s.numeric_id AND p.path_hash = ? WHERE $whose", [...$values, md5($parent), ...$range]);
		}
	};
	$add('', true, $each);
	$add('cache', true, 0);
	$add('files', true, $each);
	$add('files_trashbin', true, 0);
	$add('files_trashbin/files', true, 0);
	$add('files_versions', true, 0);
	for ($n = 0; $n < $each; $n++) {
		$inside = sprintf('files/Folder %02d', intdiv($n, 20));
		if ($n % 20 === 0) {
			$add($inside, true, min(20, $each - $n));
		}
		$add(sprintf('%s/Picture %03d.jpg', $inside, $n), false, 1);
	}
	$db->commit();

	if ($wanted['homes'] ?? false) {
		foreach ($ids as $id) {
			mkdir("$data/$id/files", recursive: true);
		}
	}
	echo json_encode(['accounts' => count($ids), 'files' => count($ids) * $each], JSON_THROW_ON_ERROR);
})(json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR));
