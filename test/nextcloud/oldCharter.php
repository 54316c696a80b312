<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes the charter app back to 0.1.0 and writes what that one would have written. Argument: the server's folder. Reads {fresh: whether to forget everything and make the tables as 0.1.0 does, rows: {table: [{column: value}]}, current: id} from the standard input. `occ upgrade` comes next.

declare(strict_types=1);

const APP = 'ensemble_charter';
const FIRST_STEP = '000100Date20261122000000';

['fresh' => $fresh, 'rows' => $rows, 'current' => $current] = json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR);
define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';
$db = \OCP\Server::get(\OCP\IDBConnection::class);
$config = \OCP\Server::get(\OCP\IAppConfig::class);
if ($fresh) {
	\OCP\Server::get(\OCP\App\IAppManager::class)->loadApp(APP);
	foreach (['versions', 'answers', 'people', 'drafts', 'reminders', 'brought'] as $table) {
		if ($db->tableExists('ens_charter_' . $table)) {
			$db->dropTable('ens_charter_' . $table);
		}
	}
	foreach (['migrations' => 'app', 'preferences' => 'appid'] as $table => $column) {
		$query = $db->getQueryBuilder();
		$query->delete($table)->where($query->expr()->eq($column, $query->createNamedParameter(APP)))->executeStatement();
	}
	foreach (array_diff($config->getKeys(APP), ['enabled', 'installed_version', 'types']) as $key) {
		$config->deleteKey(APP, $key);
	}
	(new \OC\DB\MigrationService(APP, \OCP\Server::get(\OC\DB\Connection::class)))->migrate(FIRST_STEP);
}
foreach ($rows as $table => $list) {
	foreach ($list as $row) {
		$query = $db->getQueryBuilder();
		$query->insert($table)->values(array_map(static fn (mixed $value) => $query->createNamedParameter($value), $row))->executeStatement();
	}
}
$config->setValueInt(APP, 'current', $current);
// Nextcloud keeps it without a type.
\OCP\Server::get(\OCP\IConfig::class)->setAppValue(APP, 'installed_version', '0.1.0');
