<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs all background jobs of a class in one process, as cron does, and measures what that costs. Arguments: the server's folder, the class. Prints JSON {jobs, work: CPU seconds (user and system) of the jobs themselves, cpu: with what cron does for each job, queries}.

declare(strict_types=1);

define('OC_CONSOLE', 1);
[, $root, $class] = $argv;
require $root . '/lib/base.php';
\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();

$cpu = static function (): float {
	$usage = getrusage();
	return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
};
$db = \OCP\Server::get(\OCP\IDBConnection::class);
$list = \OCP\Server::get(\OCP\BackgroundJob\IJobList::class);
// All are due.
$query = $db->getQueryBuilder();
$query->update('jobs')->set('last_run', $query->expr()->literal(0))->set('last_checked', $query->expr()->literal(0))->set('reserved_at', $query->expr()->literal(0))
	->where($query->expr()->eq('class', $query->createNamedParameter($class)))->executeStatement();

$jobs = 0;
$work = 0.0;
$start = $cpu();
$queries = $db->getInner()->getStats()['executed'];
for ($due = $list->countByClass(), $due = array_column($due, 'count', 'class')[$class] ?? 0; $jobs < $due; $jobs++) {
	$job = $list->getNext(false, [$class]) ?? throw new RuntimeException("Only $jobs of $due jobs of $class can be run");
	$list->setLastRun($job);
	$before = $cpu();
	// Not start(): that one logs what goes wrong and goes on.
	(new ReflectionMethod($job, 'run'))->invoke($job, $job->getArgument());
	$work += $cpu() - $before;
	$list->setExecutionTime($job, 0);
	$list->setLastJob($job);
}
echo json_encode(['jobs' => $jobs, 'work' => $work, 'cpu' => $cpu() - $start, 'queries' => $db->getInner()->getStats()['executed'] - $queries], JSON_THROW_ON_ERROR);
