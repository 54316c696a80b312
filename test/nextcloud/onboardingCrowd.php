<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a crowd of accounts at once, or takes it away again: each has a mail address, shares, app passwords and first steps behind it, every fourth is disabled. Arguments: the server's folder, how many (0 = take away).

declare(strict_types=1);

[, $root, $many] = $argv;
define('OC_CONSOLE', 1);
require $root . '/lib/base.php';
$db = \OCP\Server::get(\OCP\IDBConnection::class);

const PREFIX = 'swarm-';

function insert(\OCP\IDBConnection $db, string $table, array $row): void {
	$query = $db->getQueryBuilder();
	$query->insert($table)->values(array_map(static fn (mixed $value) => $query->createNamedParameter($value), $row))->executeStatement();
}

$db->beginTransaction();
foreach (['users' => 'uid', 'preferences' => 'userid', 'share' => 'uid_initiator', 'authtoken' => 'uid', 'group_user' => 'uid'] as $table => $column) {
	$query = $db->getQueryBuilder();
	$query->delete($table)->where($query->expr()->like($column, $query->createNamedParameter(PREFIX . '%')))->executeStatement();
}
for ($n = 0; $n < (int)$many; $n++) {
	$id = sprintf('%s%05d', PREFIX, $n);
	insert($db, 'users', ['uid' => $id, 'uid_lower' => $id, 'displayname' => "Member $n of the crowd", 'password' => '']);
	insert($db, 'group_user', ['gid' => 'admin', 'uid' => $id]);
	insert($db, 'share', ['share_type' => 3, 'uid_owner' => $id, 'uid_initiator' => $id, 'item_type' => 'file', 'file_target' => '/a', 'permissions' => 1, 'stime' => 1, 'accepted' => 1, 'mail_send' => 0]);
	insert($db, 'authtoken', ['uid' => $id, 'login_name' => $id, 'name' => 'phone', 'token' => hash('sha256', $id), 'type' => 1, 'version' => 2]);
	$values = [
		['login', 'lastLogin', '1760000000'],
		['settings', 'email', "$id@example.org"],
		['core', 'apporder', '{"files":{"order":1,"app":"files"}}'],
		['ensemble_onboarding', 'done', '["upload","share"]'],
		['ensemble_onboarding', 'declined', '["device"]'],
		...($n % 4 === 0 ? [['core', 'enabled', 'false']] : []),
	];
	foreach ($values as [$app, $key, $value]) {
		insert($db, 'preferences', ['userid' => $id, 'appid' => $app, 'configkey' => $key, 'configvalue' => $value]);
	}
}
$db->commit();
