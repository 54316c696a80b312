<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a crowd of accounts at once, half of whom have answered a charter, or takes it away again. Arguments: the server's folder, how many (0 = take away), id of the version.

declare(strict_types=1);

[, $root, $many, $version] = [...$argv, '0'];
define('OC_CONSOLE', 1);
require $root . '/lib/base.php';
$db = \OCP\Server::get(\OCP\IDBConnection::class);

/** Nextcloud makes no more than some accounts a second, and a test has better things to wait for. */
function insert(\OCP\IDBConnection $db, string $table, array $row): void {
	$query = $db->getQueryBuilder();
	$query->insert($table)->values(array_map(static fn (mixed $value) => $query->createNamedParameter($value), $row))->executeStatement();
}

function lastNumber(\OCP\IDBConnection $db): int {
	$query = $db->getQueryBuilder();
	return (int)$query->select($query->func()->max('number'))->from('ens_charter_answers')->executeQuery()->fetchOne();
}

$db->beginTransaction();
if ((int)$many === 0) {
	foreach (['users' => 'uid', 'ens_charter_people' => 'account', 'ens_charter_answers' => 'text_hash'] as $table => $column) {
		$query = $db->getQueryBuilder();
		$query->delete($table)->where($query->expr()->like($column, $query->createNamedParameter('throng-%')))->executeStatement();
	}
}
$number = lastNumber($db);
for ($n = 0; $n < (int)$many; $n++) {
	$id = sprintf('throng-%05d', $n);
	insert($db, 'users', ['uid' => $id, 'uid_lower' => $id, 'displayname' => "Member $n of the crowd", 'password' => '']);
	if ($n % 2 === 0) {
		$person = md5($id);
		insert($db, 'ens_charter_people', ['person' => $person, 'account' => $id]);
		insert($db, 'ens_charter_answers', [
			'number' => ++$number, 'person' => $person, 'version_id' => (int)$version, 'asks_id' => (int)$version, 'turn' => 0,
			'language' => 'fr', 'text_hash' => $id, 'choice' => $n % 10 === 0 ? 'declined' : 'accepted', 'at' => 1_760_000_000 + $n, 'hash' => hash('sha256', $id),
		]);
	}
}
$db->commit();
