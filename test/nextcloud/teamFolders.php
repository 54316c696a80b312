<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes the list that the team folders app keeps of its folders. Arguments: the server's folder. Reads a JSON list of numbers of storages from the standard input, one for each folder; an empty one takes the list away.

declare(strict_types=1);

define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';

$db = \OCP\Server::get(\OCP\IDBConnection::class);
$config = \OCP\Server::get(\OCP\IAppConfig::class);
$storages = json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR);
if ($storages === []) {
	$db->executeStatement('DROP TABLE *PREFIX*group_folders');
	$config->deleteApp('groupfolders');
} else {
	$db->executeStatement('CREATE TABLE *PREFIX*group_folders (folder_id BIGINT NOT NULL PRIMARY KEY, mount_point VARCHAR(4000) NOT NULL, quota BIGINT NOT NULL, acl SMALLINT, root_id BIGINT, storage_id BIGINT, options TEXT)');
	foreach ($storages as $index => $storage) {
		$db->executeStatement('INSERT INTO *PREFIX*group_folders (folder_id, mount_point, quota, acl, root_id, storage_id) VALUES (?, ?, -3, 0, 1, ?)', [$index + 1, "Folder $index", $storage]);
	}
	$config->setValueString('groupfolders', 'installed_version', '22.0.0');
}
echo 'true';
