<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs the background jobs of our apps now, due or not. Argument: the server's folder. Fails when one of them fails.

declare(strict_types=1);

define('OC_CONSOLE', 1);
require $argv[1] . '/lib/base.php';
$apps = \OCP\Server::get(\OCP\App\IAppManager::class);
$jobs = \OCP\Server::get(\OCP\BackgroundJob\IJobList::class);
$apps->loadApps();
$ours = [];
foreach ($jobs->getJobsIterator(null, null, 0) as $job) {
	if (str_starts_with($job::class, 'OCA\\Ensemble')) {
		// All jobs of a class are one object, which knows the argument that was read last.
		$ours[] = [$job, $job->getArgument()];
	}
}
if ($ours === []) {
	fwrite(STDERR, "There are no background jobs of our apps.\n");
	exit(1);
}
foreach ($ours as [$job, $argument]) {
	if ($job instanceof \OCP\BackgroundJob\QueuedJob) {
		$jobs->remove($job, $argument);
	}
	// Not start(): that one logs what goes wrong and goes on.
	(new ReflectionMethod($job, 'run'))->invoke($job, $argument);
}
