<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prints the rows of a table of ours as JSON, on whatever database the server runs. Arguments: the server's folder, the table without prefix.

declare(strict_types=1);

[, $root, $table] = $argv;
if (preg_match('/^ens_[a-z_]+$/D', $table) !== 1) {
	fwrite(STDERR, "Only tables of our apps can be read.\n");
	exit(1);
}
define('OC_CONSOLE', 1);
require $root . '/lib/base.php';
$query = \OCP\Server::get(\OCP\IDBConnection::class)->getQueryBuilder();
echo json_encode($query->select('*')->from($table)->orderBy('id')->executeQuery()->fetchAll(), JSON_THROW_ON_ERROR);
