<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps days of history by any clock. Arguments: the server's folder. Reads JSON [{now, members: [{account, files, trash, versions, quota}], total, forget?: account}] from the standard input; with an empty list it changes nothing. Prints {space, of: {account: days}} as the app reads them afterwards.

declare(strict_types=1);

define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';
\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();

$history = \OCP\Server::get(\OCA\EnsembleQuota\History::class);
$accounts = [];
foreach (json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR) as $run) {
	if (isset($run['forget'])) {
		$history->forget($run['forget']);
		continue;
	}
	$history->keep($run['members'], $run['total'], $run['now']);
	$accounts += array_flip(array_column($run['members'], 'account'));
}
echo json_encode(['space' => $history->space(), 'of' => (object)array_map(static fn (int|string $account): array => $history->own((string)$account), array_combine(array_keys($accounts), array_keys($accounts)))], JSON_THROW_ON_ERROR);
