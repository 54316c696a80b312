<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs the storage app's check as the hourly job does, and then the mails it decided on, by any clock. Arguments: the server's folder, {"now": seconds, "die": "notification" | "mail", "forget": ["digest", "space", "accounts"], "meet": folder, "count": processes} as JSON, all optional. With `meet` it waits until so many processes are there, so that they begin together; with `forget` it is forgotten what was told about these things, by whatever clock; with `die` the process kills itself where the first notification or mail would be sent. Prints what the check counted.

declare(strict_types=1);

define('OC_CONSOLE', 1);
[, $root, $json] = $argv;
require $root . '/lib/base.php';
$options = json_decode($json, true, 512, JSON_THROW_ON_ERROR);

$server = \OC::$server;
if (isset($options['now'])) {
	$clock = new class((int)$options['now']) extends \OC\AppFramework\Utility\TimeFactory {
		public function __construct(private int $seconds) {
			parent::__construct();
		}

		public function getTime(): int {
			return $this->seconds;
		}

		public function getDateTime(string $time = 'now', ?\DateTimeZone $timezone = null): \DateTime {
			return new \DateTime('@' . $this->seconds);
		}

		public function now(): \DateTimeImmutable {
			return new \DateTimeImmutable('@' . $this->seconds);
		}
	};
	$server->registerService(\OCP\AppFramework\Utility\ITimeFactory::class, static fn () => $clock);
}
/** What a class of the server's own is made of. */
$arguments = static fn (string $class): array => array_map(
	static fn (ReflectionParameter $parameter) => match ($type = $parameter->getType()->getName()) {
		\OCP\IL10N::class => \OCP\Util::getL10N('lib'),
		default => $server->get($type),
	},
	(new ReflectionClass($class))->getConstructor()->getParameters(),
);
/** As kill -9: nothing is cleaned up. */
$die = static function (): never {
	posix_kill(getmypid(), SIGKILL);
	exit(1);
};
if (($options['die'] ?? '') === 'notification') {
	$server->registerService(\OCP\Notification\IManager::class, static fn () => new class($die, $arguments(\OC\Notification\Manager::class)) extends \OC\Notification\Manager {
		public function __construct(private \Closure $die, array $arguments) {
			parent::__construct(...$arguments);
		}

		public function notify(\OCP\Notification\INotification $notification): void {
			($this->die)();
		}
	});
}
if (($options['die'] ?? '') === 'mail') {
	$server->registerService(\OCP\Mail\IMailer::class, static fn () => new class($die, $arguments(\OC\Mail\Mailer::class)) extends \OC\Mail\Mailer {
		public function __construct(private \Closure $die, array $arguments) {
			parent::__construct(...$arguments);
		}

		public function send(\OCP\Mail\IMessage $message): array {
			($this->die)();
		}
	});
}

\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();
if (isset($options['forget'])) {
	$query = \OCP\Server::get(\OCP\IDBConnection::class)->getQueryBuilder();
	$query->delete('ens_quota_states')->where($query->expr()->in('about', $query->createNamedParameter($options['forget'], \OCP\DB\QueryBuilder\IQueryBuilder::PARAM_STR_ARRAY)))->executeStatement();
}
$check = \OCP\Server::get(\OCA\EnsembleQuota\Check::class);
if (isset($options['meet'])) {
	touch($options['meet'] . '/' . getmypid());
	while (count(scandir($options['meet'])) - 2 < $options['count']) {
		usleep(200);
	}
}
$counts = $check->run();
$jobs = \OCP\Server::get(\OCP\BackgroundJob\IJobList::class);
// As cron: a job is one process's, and off the list before it runs.
while (($job = $jobs->getNext(false, [\OCA\EnsembleQuota\BackgroundJob\SendMails::class])) !== null) {
	$jobs->removeById((string)$job->getId());
	// Not start(): that one logs what goes wrong and goes on.
	(new ReflectionMethod($job, 'run'))->invoke($job, $job->getArgument());
}
echo json_encode($counts, JSON_THROW_ON_ERROR);
