<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts data of our apps into spaces (`seed`), or prints a hash of all data of our apps in each (`digest`). Config folders are the arguments.

declare(strict_types=1);

[, $what] = $argv;
$digests = [];
foreach (array_slice($argv, 2) as $number => $config) {
	$CONFIG = [];
	require "$config/config.php";
	$prefix = $CONFIG['dbtableprefix'] ?? 'oc_';
	$sqlite = ($CONFIG['dbtype'] ?? 'sqlite3') === 'sqlite3';
	// host, host:port or host:/folder-of-the-socket
	[$host, $port] = explode(':', $CONFIG['dbhost'] ?? '', 2) + ['', ''];
	$address = str_starts_with($port, '/') || $port === '' && str_starts_with($host, '/') ? 'host=' . ($port ?: $host) : "host=$host" . ($port === '' ? '' : ";port=$port");
	$db = $sqlite
		? new PDO("sqlite:{$CONFIG['datadirectory']}/" . ($CONFIG['dbname'] ?? 'owncloud') . '.db')
		: new PDO("pgsql:$address;dbname={$CONFIG['dbname']}", $CONFIG['dbuser'], $CONFIG['dbpassword']);
	$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
	$what === 'seed' ? seed($db, $prefix, $number) : $digests[$config] = digest($db, $prefix, $sqlite);
}
echo json_encode($digests, JSON_THROW_ON_ERROR);

/** Different in every space. */
function seed(PDO $db, string $prefix, int $number): void {
	$insert = static function (string $table, array $row) use ($db, $prefix): void {
		$columns = implode(', ', array_map(static fn (string $name): string => "\"$name\"", array_keys($row)));
		$db->prepare("INSERT INTO {$prefix}$table ($columns) VALUES (" . implode(', ', array_fill(0, count($row), '?')) . ')')->execute(array_values($row));
	};
	$text = hash('sha256', "charter of $number");
	$insert('ens_charter_versions', ['number' => 1, 'default_language' => 'en', 'texts' => json_encode(['en' => ['title' => "Charter $number", 'summary' => ['Be kind.'], 'body' => 'Be kind to all.']]), 'hashes' => json_encode(['en' => $text]), 'published_at' => 1_790_000_000 + $number, 'edition' => 1]);
	foreach (['charter', 'onboarding', 'quota'] as $app) {
		$insert('appconfig', ['appid' => "ensemble_$app", 'configkey' => 'kept', 'configvalue' => "setting of $number", 'type' => 4]);
	}
	for ($person = 1; $person <= 5 + $number % 7; $person++) {
		$token = md5("$number $person");
		$insert('ens_charter_people', ['person' => $token, 'account' => "member$person"]);
		$insert('ens_charter_answers', ['number' => $person, 'person' => $token, 'version_id' => 1, 'asks_id' => 1, 'turn' => 0, 'language' => 'en', 'text_hash' => $text, 'choice' => $person % 3 === 0 ? 'refused' : 'accepted', 'at' => 1_790_000_100 + $person, 'hash' => hash('sha256', "$number $person")]);
		$insert('ens_quota_requests', ['account' => "member$person", 'wanted' => 10 ** 9 * $person, 'sentence' => 'For the photos of the summer party, éàü 🎉', 'at' => 1_790_000_200, 'state' => 'open', 'open_for' => "member$person"]);
		$insert('preferences', ['userid' => "member$person", 'appid' => 'ensemble_onboarding', 'configkey' => 'done', 'configvalue' => '["picture"]']);
	}
	for ($day = 1; $day <= 30; $day++) {
		$insert('ens_quota_days', ['account' => '', 'day' => 20_000 + $day, 'files' => $number * 10 ** 6 + $day, 'trash' => $day, 'versions' => 0, 'team' => 7, 'other' => 0, 'promised' => 10 ** 10, 'pool' => 5 * 10 ** 10]);
	}
}

/** Everything but what a switch of the pack may change: versions, and the column that the migration of the test adds. */
function digest(PDO $db, string $prefix, bool $sqlite): array {
	$names = $db->query($sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")->fetchAll(PDO::FETCH_COLUMN);
	$queries = [];
	foreach ($names as $name) {
		if (str_starts_with($name, "{$prefix}ens_")) {
			$queries[substr($name, strlen($prefix))] = "SELECT * FROM $name";
		}
	}
	$queries['preferences'] = "SELECT userid, appid, configkey, configvalue FROM {$prefix}preferences WHERE appid LIKE 'ensemble_%'";
	// The charter also keeps there what it has worked out from its tables, and does so anew after each upgrade.
	$queries['appconfig'] = "SELECT appid, configkey, configvalue FROM {$prefix}appconfig WHERE appid LIKE 'ensemble_%' AND (configkey = 'kept' OR appid <> 'ensemble_charter' AND configkey NOT IN ('installed_version', 'enabled', 'types'))";
	ksort($queries);
	$digest = [];
	foreach ($queries as $name => $query) {
		$rows = array_map(static function (array $row): string {
			unset($row['mark']);
			ksort($row);
			return json_encode(array_map(static fn (mixed $value): ?string => $value === null ? null : (string)$value, $row), JSON_THROW_ON_ERROR);
		}, $db->query($query)->fetchAll(PDO::FETCH_ASSOC));
		sort($rows);
		$digest[$name] = count($rows) . ' rows, ' . substr(hash('sha256', implode("\n", $rows)), 0, 16);
	}
	return $digest;
}
