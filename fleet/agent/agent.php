<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The part of Ensemble that runs on a host: works on many spaces that share one Nextcloud code tree, a process for each.

/*
 * Use: php -d opcache.enable_cli=1 … agent.php --code=/var/www/nextcloud [--jobs=2]
 *      php agent.php --code=… --input=jobs.jsonl --journal=results.jsonl [--failures=1]
 *      php agent.php --once --code=/var/www/nextcloud    one job, without a fork: for a PHP without pcntl
 *      php agent.php --pack=/srv/packs/1.2.0 --manifest=<SHA-256 of its manifest.json>
 *
 * Reads one job a line from standard input (JSON, see fleet/agent/wire.ts), writes one result a line to standard
 * output; with --journal it writes what begins and what ends to that file instead, each line on the disk before it goes
 * on. A job may carry the next one: `then` for a good end, `otherwise` for a bad one. Each job runs in a forked child as
 * the owner of the space's config.php, so Nextcloud's code is compiled once and shared. A child that ends without a line
 * has failed: Nextcloud ends with exit code 0 on many errors.
 *
 * Nothing may go through PHP's own output before Nextcloud is up, or it refuses its config.php; so results are written
 * to file descriptors, and what Nextcloud prints is kept for the error.
 */

declare(strict_types=1);

namespace Ensemble\Agent;

const VERSION = '0.2.0';
const OVERLAY = 'pack.config.php';
const LOCK = '.ensemble.lock';
/** A message in a result is at most so long. */
const MESSAGE_LENGTH = 600;
/** Failures that come before anything is changed, unless they say otherwise. */
const UNTOUCHED = ['locked', 'moved', 'owner', 'config', 'maintenance', 'core-upgrade', 'range', 'missing-app', 'pack'];
/** A child that lost its parent ends itself so many seconds after its time is over. */
const ORPHAN_GRACE = 10;

/** A failure with one of the codes of fleet/engines/engine.ts. */
final class Failure extends \Exception {
	public function __construct(
		public readonly string $failure,
		string $message,
		public readonly ?string $app = null,
	) {
		parent::__construct($message);
	}
}

/** Takes jobs, keeps as many children as allowed, and writes down how each ended. */
final class Server {
	/** @var array<int, array{job: array, socket: ?resource, line: string, began: float, killed: bool}> by process id; no socket: it has said what it had to say */
	private array $children = [];
	private string $input = '';
	private bool $open = true;
	/** @var list<array> jobs that follow from others */
	private array $follow = [];
	private int $failed = 0;

	/**
	 * @param resource $source of jobs
	 * @param ?resource $journal takes the results instead of standard output
	 * @param int $failures after so many failed jobs no other is begun, but those that follow from others; 0 for any number
	 */
	public function __construct(
		private string $code,
		private int $jobs,
		private $source,
		private $journal,
		private int $failures,
	) {
	}

	public function run(): void {
		// A terminal's Ctrl-C goes to every process; a migration must not end half-way because of it.
		foreach ([SIGINT, SIGHUP] as $signal) {
			pcntl_signal($signal, SIG_IGN);
		}
		pcntl_async_signals(true);
		pcntl_signal(SIGTERM, function (): void {
			$this->open = false;
			$this->input = '';
		});
		stream_set_blocking($this->source, false);
		self::write(STDOUT, ['agent' => VERSION, 'php' => PHP_VERSION]);
		while ($this->open || $this->input !== '' || $this->follow !== [] || $this->children !== []) {
			if ($this->failures > 0 && $this->failed >= $this->failures) {
				$this->open = false;
				$this->input = '';
			}
			while (count($this->children) < $this->jobs && ($job = array_shift($this->follow) ?? $this->nextJob()) !== null) {
				$this->begin($job);
			}
			$this->wait();
			$this->endLate();
			$this->collect();
		}
		if ($this->journal !== null) {
			self::write(STDOUT, ['failed' => $this->failed]);
		}
	}

	private function nextJob(): ?array {
		while (($line = $this->nextLine()) !== null) {
			$job = json_decode($line, true);
			if (is_array($job) && is_string($job['id'] ?? null) && is_string($job['space'] ?? null) && is_string($job['config'] ?? null)) {
				return $job;
			}
			$this->result(['id' => null, 'space' => null], ['ok' => false, 'error' => ['code' => 'exception', 'message' => 'A job could not be read.']], 0.0, null);
		}
		return null;
	}

	private function nextLine(): ?string {
		while (($end = strpos($this->input, "\n")) !== false) {
			$line = trim(substr($this->input, 0, $end));
			$this->input = substr($this->input, $end + 1);
			if ($line !== '') {
				return $line;
			}
		}
		if (!$this->open && trim($this->input) !== '') {
			// The last line may lack its end, and may be cut: then it is no JSON.
			[$line, $this->input] = [$this->input, ''];
			return trim($line);
		}
		if (!$this->open) {
			$this->input = '';
		}
		return null;
	}

	private function begin(array $job): void {
		if ($this->journal !== null) {
			$this->note(['begun' => $job['id'], 'space' => $job['space'], 'action' => $job['action'] ?? null]);
		}
		$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
		$pid = $pair === false ? -1 : pcntl_fork();
		if ($pid === -1) {
			$this->result($job, ['ok' => false, 'error' => ['code' => 'exception', 'message' => 'The host could not start another process.']], 0.0, null);
			return;
		}
		if ($pid === 0) {
			fclose($pair[0]);
			foreach (array_filter(array_column($this->children, 'socket')) as $other) {
				fclose($other);
			}
			$this->letGo();
			(new Child($this->code, $job, $pair[1]))->run();
			exit(0);
		}
		fclose($pair[1]);
		stream_set_blocking($pair[0], false);
		$this->children[$pid] = ['job' => $job, 'socket' => $pair[0], 'line' => '', 'began' => microtime(true), 'killed' => false];
	}

	/** What runs in a space must neither read the jobs of others nor answer for them. */
	private function letGo(): void {
		foreach (array_filter([STDIN, $this->source, $this->journal, STDOUT], is_resource(...)) as $stream) {
			if (is_resource($stream)) {
				fclose($stream);
			}
		}
		// The numbers of standard input and output, or PHP would print into whatever is opened next.
		$GLOBALS['ensembleNowhere'] = [fopen('/dev/null', 'r'), fopen('/dev/null', 'w')];
	}

	/** Sleeps until something is said, or until a child's time is over. */
	private function wait(): void {
		$read = array_filter(array_column($this->children, 'socket'));
		if ($this->open && count($this->children) < $this->jobs) {
			$read[] = $this->source;
		}
		$patience = 1.0;
		foreach ($this->children as $child) {
			// One that has spoken is gone in no time, but may also hang while it cleans up.
			$patience = min($patience, $child['socket'] === null ? 0.002 : max(0.0, $child['began'] + $this->timeout($child['job']) - microtime(true)));
		}
		if ($read === []) {
			usleep((int)($patience * 1e6));
			return;
		}
		$write = $except = null;
		// A signal ends the waiting with a warning, which is none.
		if (!@stream_select($read, $write, $except, (int)$patience, (int)(fmod($patience, 1) * 1e6))) {
			return;
		}
		foreach ($read as $stream) {
			$bytes = fread($stream, 65536);
			if ($stream === $this->source) {
				$this->input .= (string)$bytes;
				$this->open = $this->open && !feof($this->source);
				continue;
			}
			foreach ($this->children as $pid => $child) {
				if ($child['socket'] === $stream) {
					$this->children[$pid]['line'] .= (string)$bytes;
					if (feof($stream)) {
						fclose($stream);
						$this->children[$pid]['socket'] = null;
					}
				}
			}
		}
	}

	private function endLate(): void {
		foreach ($this->children as $pid => $child) {
			if (!$child['killed'] && microtime(true) >= $child['began'] + $this->timeout($child['job'])) {
				posix_kill($pid, SIGKILL);
				$this->children[$pid]['killed'] = true;
			}
		}
	}

	private function collect(): void {
		foreach ($this->children as $pid => $child) {
			$usage = [];
			if ($child['socket'] === null && pcntl_waitpid($pid, $status, WNOHANG, $usage) !== 0) {
				unset($this->children[$pid]);
				$this->end($child, $status, $usage);
			}
		}
	}

	/** @param array{job: array, line: string, began: float, killed: bool} $child */
	private function end(array $child, int $status, array $usage): void {
		// As objects: an empty one must not become a list.
		$said = str_ends_with($child['line'], "\n") ? json_decode($child['line']) : null;
		$said = $said instanceof \stdClass && is_bool($said->ok ?? null) ? (array)$said : ['ok' => false, 'error' => $child['killed']
			? ['code' => 'timeout', 'message' => sprintf('It took longer than %d seconds and was ended.', $this->timeout($child['job']))]
			: ['code' => 'lost', 'message' => pcntl_wifsignaled($status) ? 'The process was ended by signal ' . pcntl_wtermsig($status) . '.' : 'The process ended without an answer.']];
		$cpu = 0.0;
		foreach (['ru_utime', 'ru_stime'] as $kind) {
			$cpu += ($usage["$kind.tv_sec"] ?? 0) + ($usage["$kind.tv_usec"] ?? 0) / 1e6;
		}
		$this->result($child['job'], $said, microtime(true) - $child['began'], $cpu);
		$next = $said['ok'] ? $child['job']['then'] ?? null : $child['job']['otherwise'] ?? null;
		if (is_array($next) && !(($child['job']['action'] ?? null) === 'apply' && self::isUntouched($said))) {
			$this->follow[] = $next;
		}
	}

	/** It failed before anything was changed: there is nothing to put back. */
	private static function isUntouched(array $said): bool {
		$error = (array)($said['error'] ?? []);
		return !$said['ok'] && !($error['touched'] ?? false) && in_array($error['code'] ?? null, UNTOUCHED, true);
	}

	private function timeout(array $job): float {
		return (float)($job['timeout'] ?? 300);
	}

	private function result(array $job, array $said, float $seconds, ?float $cpu): void {
		$line = ['id' => $job['id'], 'space' => $job['space']] + $said + ['seconds' => round($seconds, 4)] + ($cpu === null ? [] : ['cpu' => round($cpu, 4)]);
		$this->failed += $said['ok'] ? 0 : 1;
		$this->journal === null ? self::write(STDOUT, $line) : $this->note($line);
	}

	/** On the disk before anything follows from it. */
	private function note(array $line): void {
		if (!self::write($this->journal, ['at' => gmdate('Y-m-d\TH:i:s') . sprintf('.%03dZ', (int)(fmod(microtime(true), 1) * 1000))] + $line) || !fdatasync($this->journal)) {
			// Nobody would know what happens from here on.
			$this->open = false;
			$this->input = '';
			$this->follow = [];
		}
	}

	/** @param resource $stream */
	private static function write($stream, array $line): bool {
		$bytes = json_encode($line, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION) . "\n";
		// Who asked may be gone; what was begun still comes to its end.
		for ($sent = 0; $sent < strlen($bytes); $sent += $now) {
			$now = @fwrite($stream, substr($bytes, $sent));
			if ($now === false || $now === 0) {
				return false;
			}
		}
		return true;
	}
}

/** One job, in a process of its own. */
final class Child {
	private bool $answered = false;

	/** @param resource $socket takes the line */
	public function __construct(
		private string $code,
		private array $job,
		private $socket,
	) {
	}

	public function run(): void {
		if (function_exists('pcntl_alarm')) {
			pcntl_signal(SIGTERM, SIG_IGN);
			pcntl_alarm((int)($this->job['timeout'] ?? 300) + ORPHAN_GRACE);
		}
		ob_start();
		register_shutdown_function(fn () => $this->explainSilence());
		try {
			$this->become();
			$lock = $this->lock();
			$space = new Space($this->code, $this->job['config']);
			$facts = match ($this->job['action'] ?? null) {
				'facts', 'verify' => $this->look($space),
				'apply' => (new Change($space, $this->job))->apply(),
				'restore' => (new Change($space, $this->job))->restore(),
				'settings' => (new Change($space, $this->job))->settings(),
				default => throw new Failure('exception', 'This agent does not know that action.'),
			};
			$this->answer(['ok' => true] + ($facts === null ? [] : ['facts' => $facts]));
		} catch (\Throwable $error) {
			$this->answer(['ok' => false, 'error' => Explain::error($error)]);
		}
		// The lock lives as long as the process: Nextcloud still cleans up after this.
		$GLOBALS['ensembleLock'] = $lock ?? null;
	}

	private function look(Space $space): array {
		$facts = (new Facts($space))->read($this->job['apps'] ?? [], (bool)($this->job['counts'] ?? false), (bool)($this->job['texts'] ?? false));
		if (isset($this->job['expect'])) {
			Gate::judge($facts, $this->job['expect']);
		}
		return $facts;
	}

	/** Becomes the owner of config.php, for good: whatever is written belongs to the account that the web server uses. */
	private function become(): void {
		$file = rtrim($this->job['config'], '/') . '/config.php';
		clearstatcache();
		$uid = @fileowner($file);
		if ($uid === false || !is_file($file)) {
			throw new Failure('config', "There is no readable $file.");
		}
		if ($uid === account()) {
			return;
		}
		if (!function_exists('posix_setuid')) {
			throw new Failure('owner', "$file belongs to account $uid, and this PHP cannot become that account.");
		}
		$account = posix_getpwuid($uid);
		if ($account === false || posix_geteuid() !== 0) {
			throw new Failure('owner', "$file belongs to account $uid, and this process cannot become that account.");
		}
		if (!posix_initgroups($account['name'], $account['gid']) || !posix_setgid($account['gid']) || !posix_setuid($uid) || posix_setuid(0)) {
			throw new Failure('owner', "This process could not become {$account['name']}, the owner of $file.");
		}
		putenv('HOME=' . $account['dir']);
		putenv('USER=' . $account['name']);
	}

	/** @return ?resource nothing for reading: that disturbs nobody */
	private function lock() {
		if (in_array($this->job['action'] ?? null, ['facts', 'verify'], true)) {
			return null;
		}
		$lock = @fopen(rtrim($this->job['config'], '/') . '/' . LOCK, 'ce');
		if ($lock === false) {
			throw new Failure('config', 'The config folder cannot be written to by its owner.');
		}
		if (!flock($lock, LOCK_EX | LOCK_NB)) {
			throw new Failure('locked', 'Another process is working on this space.');
		}
		// What one left behind that was killed while it wrote.
		array_map(unlink(...), glob(rtrim($this->job['config'], '/') . '/.' . OVERLAY . '.*.draft') ?: []);
		return $lock;
	}

	private function answer(array $said): void {
		if ($this->answered) {
			return;
		}
		$this->answered = true;
		if (Change::$touched && isset($said['error'])) {
			$said['error']['touched'] = true;
		}
		if (defined('STDOUT') && $this->socket === STDOUT) {
			// Nobody waits for this process who would count for it.
			$usage = getrusage();
			$said['cpu'] = round($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6, 4);
		}
		$bytes = json_encode($said, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION) . "\n";
		while ($bytes !== '' && ($sent = @fwrite($this->socket, $bytes)) !== false && $sent > 0) {
			$bytes = substr($bytes, $sent);
		}
	}

	/** Nextcloud calls exit() on some errors, and PHP ends by itself on others. */
	private function explainSilence(): void {
		if ($this->answered) {
			return;
		}
		$last = error_get_last();
		$fatal = $last !== null && ($last['type'] & (E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_RECOVERABLE_ERROR)) !== 0;
		$printed = trim(strip_tags((string)ob_get_contents()));
		$message = $fatal ? $last['message'] : ($printed === '' ? 'Nextcloud ended without an answer.' : $printed);
		$this->answer(['ok' => false, 'error' => Explain::text($message, $fatal ? 'exception' : 'config')]);
	}
}

/** Turns what was thrown into a code and a sentence. */
final class Explain {
	/** @return array{code: string, message: string, app?: string} */
	public static function error(\Throwable $error): array {
		if ($error instanceof Failure) {
			return self::text($error->getMessage(), $error->failure, $error->app);
		}
		return self::text($error::class . ': ' . $error->getMessage(), self::cameThrough($error, '\\MigrationService') ? 'migration' : (self::isDatabase($error) ? 'database' : 'exception'));
	}

	/** @return array{code: string, message: string, app?: string} */
	public static function text(string $message, string $code, ?string $app = null): array {
		if (preg_match('/no space left on device|disk (is )?full|disk quota exceeded|could not extend file/i', $message)) {
			$code = 'disk-full';
		} elseif ($code === 'config' && preg_match('/App directory ".*" not found/', $message)) {
			$code = 'pack';
		}
		$message = trim(preg_replace('/\s+/', ' ', $message) ?? '');
		return ['code' => $code, 'message' => mb_strcut($message, 0, MESSAGE_LENGTH)] + ($app === null ? [] : ['app' => $app]);
	}

	private static function cameThrough(\Throwable $error, string $class): bool {
		foreach ($error->getTrace() as $step) {
			if (str_ends_with($step['class'] ?? '', $class)) {
				return true;
			}
		}
		return false;
	}

	private static function isDatabase(\Throwable $error): bool {
		for ($one = $error; $one !== null; $one = $one->getPrevious()) {
			if ($one instanceof \PDOException || str_starts_with($one::class, 'Doctrine\\DBAL\\') || str_starts_with($one::class, 'OC\\DB\\')) {
				return true;
			}
		}
		return false;
	}
}

/** A space: its config folder before Nextcloud is up, and Nextcloud itself after. */
final class Space {
	public readonly string $config;
	private bool $booted = false;

	public function __construct(
		public readonly string $code,
		string $config,
	) {
		$this->config = rtrim($config, '/');
	}

	/** @return array<string, mixed> system values, read as Nextcloud reads them */
	public function values(): array {
		$files = glob($this->config . '/*.config.php') ?: [];
		natsort($files);
		$values = [];
		foreach ([$this->config . '/config.php', ...$files] as $file) {
			$values = array_replace_recursive($values, self::load($file));
		}
		if (($values['installed'] ?? false) !== true || !is_string($values['instanceid'] ?? null)) {
			throw new Failure('config', 'config.php is empty or damaged, or no Nextcloud was installed there.');
		}
		return $values;
	}

	private static function load(string $file): array {
		if (function_exists('opcache_invalidate')) {
			@opcache_invalidate($file);
		}
		$CONFIG = [];
		try {
			include $file;
		} catch (\ParseError $error) {
			throw new Failure('config', basename($file) . ' is damaged: ' . $error->getMessage());
		}
		return is_array($CONFIG) ? $CONFIG : [];
	}

	/** @return array{0: string, 1: string} version of the code as in the database (34.0.1.2), and for people (34.0.1) */
	public function codeVersion(): array {
		$OC_Version = [];
		$OC_VersionString = '';
		include $this->code . '/version.php';
		if ($OC_Version === []) {
			throw new Failure('config', "There is no Nextcloud in {$this->code}.");
		}
		return [implode('.', $OC_Version), $OC_VersionString];
	}

	public function overlay(): ?string {
		clearstatcache();
		$file = $this->config . '/' . OVERLAY;
		return is_file($file) ? (string)file_get_contents($file) : null;
	}

	/** Whole or not at all, and always with the time of now: PHP's opcache only looks at files that are newer. */
	public function writeOverlay(string $text): void {
		$file = $this->config . '/' . OVERLAY;
		// Not *.config.php: Nextcloud would read it.
		$draft = $this->config . '/.' . OVERLAY . '.' . getmypid() . '.draft';
		$handle = @fopen($draft, 'xe');
		if ($handle === false) {
			throw new Failure('config', 'The config folder cannot be written to by its owner: ' . (error_get_last()['message'] ?? ''));
		}
		try {
			if (@fwrite($handle, $text) !== strlen($text) || !fsync($handle) || !fclose($handle)) {
				throw new Failure('disk-full', 'The overlay could not be written whole: ' . (error_get_last()['message'] ?? ''));
			}
			@chmod($draft, fileperms($this->config . '/config.php') & 0o777);
			if (!rename($draft, $file)) {
				throw new Failure('config', 'The overlay could not be put in place.');
			}
		} finally {
			@unlink($draft);
		}
		if (function_exists('opcache_invalidate')) {
			@opcache_invalidate($file, true);
		}
	}

	/** Starts Nextcloud as occ does. Once for each process: it keeps its space in static variables. */
	public function boot(): void {
		if ($this->booted) {
			return;
		}
		$this->booted = true;
		putenv('NEXTCLOUD_CONFIG_DIR=' . $this->config);
		chdir($this->code);
		$_SERVER['argv'] = $GLOBALS['argv'] = ['occ'];
		$_SERVER['argc'] = $GLOBALS['argc'] = 1;
		$_SERVER['SCRIPT_FILENAME'] = $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $this->code . '/console.php';
		define('OC_CONSOLE', 1);
		require_once $this->code . '/lib/base.php';
		if (\OC::$configDir !== $this->config . '/') {
			throw new Failure('config', 'Nextcloud took another config folder than the one it was given.');
		}
	}

	/**
	 * @template T of object
	 * @param class-string<T> $class
	 * @return T
	 */
	public function get(string $class): object {
		return \OCP\Server::get($class);
	}
}

/** What is true in a space. */
final class Facts {
	public function __construct(
		private Space $space,
	) {
	}

	/** @param list<string> $apps ids */
	public function read(array $apps, bool $counts, bool $texts): array {
		// Before the start: an upgrade that Nextcloud itself waits for can make starting it fail.
		$values = $this->space->values();
		[$code, $name] = $this->space->codeVersion();
		if (version_compare($code, (string)($values['version'] ?? '0'), '<')) {
			throw new Failure('core-upgrade', "The database is of Nextcloud {$values['version']}, which is newer than the code ($code).");
		}
		$overlay = $this->space->overlay();
		$this->space->boot();
		$system = $this->space->get(\OCP\IConfig::class);
		$uid = account();
		$flag = static fn (string $key): ?bool => array_key_exists($key, $values) ? (bool)$values[$key] : null;
		return [
			'instanceId' => $system->getSystemValueString('instanceid'),
			'owner' => ['uid' => $uid, 'name' => (function_exists('posix_getpwuid') ? posix_getpwuid($uid) : [])['name'] ?? (string)$uid],
			'server' => $name,
			'needsDbUpgrade' => \OCP\Util::needUpgrade(),
			'maintenance' => $system->getSystemValueBool('maintenance'),
			'loglevel' => isset($values['loglevel']) ? (int)$values['loglevel'] : null,
			'apps' => (object)$this->apps(array_unique([...$apps, ...$this->appsOfPack($values)])),
			'overlay' => ['path' => $this->space->config . '/' . OVERLAY, 'bytes' => $overlay, 'pack' => preg_match('{^// Ensemble pack (\S+)\. }m', $overlay ?? '', $found) ? $found[1] : null],
			'flags' => [
				'appstoreenabled' => $flag('appstoreenabled'),
				'upgrade.disable-web' => $flag('upgrade.disable-web'),
				'integrity.check.disabled' => $flag('integrity.check.disabled'),
				'tempdirectory' => isset($values['tempdirectory']) ? (string)$values['tempdirectory'] : null,
			],
			'policies' => (object)array_map(static fn (?string $text): ?string => $text === null ? null : hash('sha256', $text), $this->policies($apps)),
		] + ($texts ? ['texts' => (object)$this->policies($apps)] : []) + ($counts ? ['counts' => (object)$this->counts()] : []);
	}

	/** @return list<string> ids of the apps whose code lies in the space's present pack: the next one must not lack one that is on */
	private function appsOfPack(array $values): array {
		$folder = $values['apps_paths']['ensemble']['path'] ?? '';
		// A space without a pack has Nextcloud's own apps there.
		if ($folder === '' || $folder === "{$this->space->code}/apps") {
			return [];
		}
		return array_map(static fn (string $file): string => basename(dirname($file, 2)), glob("$folder/*/appinfo/info.xml") ?: []);
	}

	/** @return array<string, array{version: string, enabled: bool|list<string>, code: ?string}> those that are installed */
	private function apps(array $ids): array {
		$config = $this->space->get(\OCP\IAppConfig::class);
		$found = [];
		foreach ($ids as $id) {
			$version = $config->getValueString($id, 'installed_version');
			if ($version !== '') {
				$found[$id] = ['version' => $version, 'enabled' => self::enabled($config->getValueString($id, 'enabled', 'no')), 'code' => $this->codeVersion($id)];
			}
		}
		return $found;
	}

	/** @return bool|list<string> */
	public static function enabled(string $value): bool|array {
		$groups = json_decode($value, true);
		return is_array($groups) ? array_values($groups) : $value === 'yes';
	}

	/** @return ?string null where there is no code */
	public function codeVersion(string $id): ?string {
		$manager = $this->space->get(\OCP\App\IAppManager::class);
		try {
			return $manager->getAppInfoByPath($manager->getAppPath($id, true) . '/appinfo/info.xml')['version'] ?? null;
		} catch (\OCP\App\AppPathNotFoundException) {
			return null;
		}
	}

	/** @return array<string, ?string> */
	private function policies(array $ids): array {
		$config = $this->space->get(\OCP\IAppConfig::class);
		$texts = [];
		foreach ($ids as $id) {
			$policy = $config->hasKey($id, 'fleet_policy') ? (string)($config->getAllValues($id)['fleet_policy'] ?? '') : '';
			$texts[$id] = $policy === '' ? null : $policy;
		}
		return $texts;
	}

	/** @return array<string, int> numbers only */
	private function counts(): array {
		$counts = ['accounts' => $this->count('users', '*')];
		$db = $this->space->get(\OCP\IDBConnection::class);
		if ($db->tableExists('ens_charter_answers')) {
			$counts['charterAnswered'] = $this->count('ens_charter_answers', 'person');
		}
		if ($db->tableExists('ens_quota_days')) {
			$query = $db->getQueryBuilder();
			$query->select('files', 'trash', 'versions', 'team', 'other', 'pool')->from('ens_quota_days')
				->where($query->expr()->eq('account', $query->createNamedParameter('')))
				->orderBy('day', 'DESC')->setMaxResults(1);
			$result = $query->executeQuery();
			$day = $result->fetch();
			$result->closeCursor();
			if ($day !== false) {
				$counts['poolUsed'] = array_sum(array_map(intval(...), [$day['files'], $day['trash'], $day['versions'], $day['team'], $day['other']]));
				if ($day['pool'] !== null) {
					$counts['poolTotal'] = (int)$day['pool'];
				}
			}
		}
		return $counts;
	}

	private function count(string $table, string $column): int {
		$query = $this->space->get(\OCP\IDBConnection::class)->getQueryBuilder();
		$query->select($column === '*' ? $query->func()->count('*') : $query->createFunction('COUNT(DISTINCT ' . $query->getColumnName($column) . ')'))->from($table);
		$result = $query->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}
}

/** Whether a space is as it should be; the same as judgeForward and judgeBack of fleet/rollout/gates.ts, for hosts that go on by themselves. */
final class Gate {
	public const CODE = 'gate';

	/** @throws Failure with the first thing that is not */
	public static function judge(array $facts, array $expect): void {
		self::must($facts['instanceId'] === $expect['instanceId'], 'It has another instance id now.');
		self::must(!$facts['needsDbUpgrade'], 'Nextcloud waits for an upgrade: code and database differ.');
		self::must(!$facts['maintenance'] || $expect['maintenance'], 'It is in maintenance mode and was not before.');
		self::must($facts['loglevel'] === $expect['loglevel'], 'The log level is not what it was.');
		self::must($facts['overlay']['pack'] === $expect['pack'], 'The overlay names ' . ($facts['overlay']['pack'] ?? 'no pack') . ', not ' . ($expect['pack'] ?? 'none') . '.');
		$apps = (array)$facts['apps'];
		foreach ($expect['apps'] as $id => ['enabled' => $enabled, 'version' => $version]) {
			$has = $apps[$id] ?? ['enabled' => false, 'version' => null, 'code' => null];
			self::must(self::sorted($has['enabled']) === self::sorted($enabled), "$id is not on for whom it should be.", $id);
			self::must($enabled === false || $has['version'] === $version, "$id is at {$has['version']}, not at $version.", $id);
			self::must($enabled === false || $has['code'] === $version, "The code of $id $version is not found.", $id);
		}
		foreach ($expect['policies'] as $id => $hash) {
			self::must((((array)$facts['policies'])[$id] ?? null) === $hash, "$id does not hold the policy that it should.", (string)$id);
		}
	}

	private static function sorted(bool|array $enabled): bool|array {
		if (is_array($enabled)) {
			sort($enabled);
		}
		return $enabled;
	}

	private static function must(bool $well, string $message, ?string $app = null): void {
		if (!$well) {
			throw new Failure(self::CODE, $message, $app);
		}
	}
}

/** What changes a space. Each may be run again after it was killed anywhere, and then does what is left. */
final class Change {
	/** Whether this process may have changed the space already. */
	public static bool $touched = false;
	/** The app that is being worked on: what a repair step of it says is its failure. */
	private ?string $working = null;

	public function __construct(
		private Space $space,
		private array $job,
	) {
	}

	public function apply(): null {
		$values = $this->space->values();
		$this->mayBegin($values);
		$this->packMustBeThere($this->job['packDir'], $this->job['pack']['manifest'], array_keys($this->job['pack']['apps']));
		$this->mustBeOneOf([$this->job['before']['overlay'], $this->job['overlay']]);
		self::$touched = true;
		if ($this->space->overlay() !== $this->job['overlay']) {
			$this->space->writeOverlay($this->job['overlay']);
		}
		$this->start();
		$this->codeMustBeThere();
		foreach ($this->job['pack']['apps'] as $id => $app) {
			$found = (new Facts($this->space))->codeVersion($id);
			if ($found !== $app['version']) {
				throw new Failure('pack', "Nextcloud finds $id " . ($found ?? 'nowhere') . " instead of {$app['version']}; is there another copy of it on this host?", $id);
			}
		}
		foreach ($this->job['pack']['apps'] as $id => $app) {
			$this->bring($id, $app['version'], in_array($id, $this->job['enable'] ?? [], true));
		}
		$this->setValues();
		return null;
	}

	/** An app that is on goes to the version of the code; one that is to be on is installed and switched on. */
	private function bring(string $id, string $version, bool $enable): void {
		$config = $this->space->get(\OCP\IAppConfig::class);
		$installed = $config->getValueString($id, 'installed_version');
		if ($installed !== '' && $config->getValueString($id, 'enabled', 'no') !== 'no') {
			if ($installed !== $version) {
				$this->upgrade($id);
			}
		} elseif ($enable) {
			$this->guarded($id, function () use ($id): void {
				// As `occ app:enable` does; there is no public way to install.
				$this->space->get(\OC\Installer::class)->installApp($id);
				$this->space->get(\OCP\App\IAppManager::class)->enableApp($id);
			});
		}
	}

	public function restore(): null {
		$before = $this->job['before'];
		$instance = $this->space->values()['instanceid'];
		if ($instance !== $before['instanceId']) {
			throw new Failure('moved', 'This is another Nextcloud than the one to be put back.');
		}
		$this->mustBeOneOf([$before['overlay'], $this->job['overlay'], $this->job['packOverlay']]);
		if (isset($this->job['beforeDir']) && !is_dir($this->job['beforeDir'])) {
			throw new Failure('pack', "The pack to go back to is not there any more: {$this->job['beforeDir']}.");
		}
		if ($this->space->overlay() !== $this->job['overlay']) {
			$this->space->writeOverlay($this->job['overlay']);
		}
		$this->start();
		$first = null;
		// One app that cannot be put back must not keep the others from it.
		foreach (array_unique([...array_keys($before['apps']), ...array_keys($this->job['pack']['apps'])]) as $id) {
			try {
				$this->putBack($id, $before['apps'][$id] ?? null);
			} catch (\Throwable $error) {
				$first ??= $error;
			}
		}
		if ($first !== null) {
			throw $first;
		}
		$this->setValues();
		return null;
	}

	/** @param ?array{version: string, enabled: bool|list<string>} $before null where it was not installed */
	private function putBack(string $id, ?array $before): void {
		$config = $this->space->get(\OCP\IAppConfig::class);
		$manager = $this->space->get(\OCP\App\IAppManager::class);
		$enabled = Facts::enabled($config->getValueString($id, 'enabled', 'no'));
		if ($before === null || $before['enabled'] === false) {
			if ($enabled !== false) {
				$this->guarded($id, fn () => $manager->disableApp($id));
			}
			if ($before !== null && $config->getValueString($id, 'installed_version') !== $before['version']) {
				// As Nextcloud itself does: the newer interface would change the value's type, and Nextcloud's own writes then fail.
				$this->space->get(\OCP\IConfig::class)->setAppValue($id, 'installed_version', $before['version']);
			}
			return;
		}
		$code = (new Facts($this->space))->codeVersion($id);
		if ($code !== $before['version']) {
			throw new Failure('missing-app', "$id should be back at {$before['version']}, but Nextcloud finds " . ($code ?? 'no code') . '.', $id);
		}
		if ($config->getValueString($id, 'installed_version') !== $before['version']) {
			$this->upgrade($id);
		}
		if ($enabled !== $before['enabled']) {
			$this->guarded($id, fn () => $before['enabled'] === true ? $manager->enableApp($id) : $manager->enableAppForGroups($id, $this->groups($before['enabled'])));
		}
	}

	public function settings(): null {
		$this->mayBegin($this->space->values());
		$this->start();
		$this->setValues();
		return null;
	}

	/** What forbids to touch the space at all. */
	private function mayBegin(array $values): void {
		[$code, $name] = $this->space->codeVersion();
		if (isset($this->job['before']) && $values['instanceid'] !== $this->job['before']['instanceId']) {
			throw new Failure('moved', 'This is another Nextcloud than the one the plan was made for.');
		}
		if (($values['maintenance'] ?? false) === true) {
			throw new Failure('maintenance', 'The space is in maintenance mode.');
		}
		if (($values['version'] ?? '') !== $code) {
			throw new Failure('core-upgrade', "Nextcloud waits for its own upgrade, from {$values['version']} to $code.");
		}
		foreach ($this->job['pack']['apps'] ?? [] as $id => $app) {
			$major = (int)$name;
			if ($major < $app['nextcloud']['min'] || $major > $app['nextcloud']['max']) {
				throw new Failure('range', "$id {$app['version']} is for Nextcloud {$app['nextcloud']['min']} to {$app['nextcloud']['max']}, this is $name.", $id);
			}
		}
	}

	/** @param list<?string> $overlays */
	private function mustBeOneOf(array $overlays): void {
		if (!in_array($this->space->overlay(), $overlays, true)) {
			throw new Failure('moved', OVERLAY . ' is not what it was when the plan was made.');
		}
	}

	private function packMustBeThere(string $dir, string $manifest, array $ids): void {
		if (!is_file("$dir/manifest.json") || hash_file('sha256', "$dir/manifest.json") !== $manifest) {
			throw new Failure('pack', "$dir does not hold the pack.");
		}
		foreach ($ids as $id) {
			if (!is_readable("$dir/$id/appinfo/info.xml")) {
				throw new Failure('pack', "$dir lacks $id, or the owner of the space may not read it.", $id);
			}
		}
	}

	private function start(): void {
		$this->space->boot();
		// Nextcloud logs what a repair step throws, and goes on as if all were well. Throwing here stops that.
		$this->space->get(\OCP\EventDispatcher\IEventDispatcher::class)->addListener(\OC\Repair\Events\RepairErrorEvent::class, function ($event): void {
			if ($this->working !== null) {
				throw new Failure('exception', 'A repair step failed: ' . $event->getMessage(), $this->working);
			}
		});
	}

	/** Every app that is on needs its code: Nextcloud says nothing where there is none. */
	private function codeMustBeThere(): void {
		$manager = $this->space->get(\OCP\App\IAppManager::class);
		foreach ($manager->getEnabledApps() as $id) {
			try {
				$manager->getAppPath($id);
			} catch (\OCP\App\AppPathNotFoundException) {
				throw new Failure('missing-app', "$id is on, but with this pack there is no code for it.", $id);
			}
		}
	}

	private function upgrade(string $id): void {
		$this->guarded($id, fn () => $this->space->get(\OCP\App\IAppManager::class)->upgradeApp($id));
	}

	/** Says which app an error is about. */
	private function guarded(string $id, callable $work): void {
		$this->working = $id;
		try {
			$work();
		} catch (Failure $failure) {
			throw $failure;
		} catch (\Throwable $error) {
			['code' => $code, 'message' => $message] = Explain::error($error);
			throw new Failure($code, $message, $id);
		} finally {
			$this->working = null;
		}
	}

	private function setValues(): void {
		foreach ($this->job['values'] ?? [] as $id => $values) {
			foreach ($values as $key => $value) {
				if (in_array($key, ['enabled', 'installed_version', 'types'], true)) {
					throw new Failure('exception', "The value $key of $id is Nextcloud's own.", (string)$id);
				}
				if ($value === null) {
					$this->space->get(\OCP\IAppConfig::class)->deleteKey((string)$id, (string)$key);
				} else {
					$this->setString((string)$id, (string)$key, $value);
				}
			}
		}
	}

	private function setString(string $id, string $key, string $value): void {
		$config = $this->space->get(\OCP\IAppConfig::class);
		try {
			$config->setValueString($id, $key, $value);
		} catch (\OCP\Exceptions\AppConfigTypeConflictException) {
			// Somebody stored it as another type, which Nextcloud does not change.
			$config->deleteKey($id, $key);
			$config->setValueString($id, $key, $value);
		}
	}

	/** @param list<string> $ids */
	private function groups(array $ids): array {
		$manager = $this->space->get(\OCP\IGroupManager::class);
		return array_map(static fn (string $id) => $manager->get($id) ?? $id, $ids);
	}
}

/** Compares an unpacked pack with its manifest, for hosts without Node. */
final class Pack {
	/** @throws Failure with the first file that is not what it should be */
	public static function verify(string $dir, string $sha256): void {
		$bytes = @file_get_contents("$dir/manifest.json");
		if ($bytes === false || hash('sha256', $bytes) !== $sha256) {
			throw new Failure('pack', "$dir does not hold the pack.");
		}
		$wanted = [];
		foreach (json_decode($bytes, true, 16, JSON_THROW_ON_ERROR)['apps'] as $app) {
			foreach ($app['files'] as $file) {
				$wanted["{$app['id']}/{$file['path']}"] = $file;
			}
		}
		$tree = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($dir, \FilesystemIterator::SKIP_DOTS), \RecursiveIteratorIterator::SELF_FIRST);
		foreach ($tree as $path => $entry) {
			$name = substr($path, strlen(rtrim($dir, '/')) + 1);
			if ($entry->isLink() || !($entry->isDir() || $entry->isFile())) {
				throw new Failure('pack', "$path is no plain file.");
			}
			if ($entry->isDir() || in_array($name, ['manifest.json', 'manifest.json.sig'], true)) {
				continue;
			}
			if (!isset($wanted[$name])) {
				throw new Failure('pack', "$path does not belong to the pack.");
			}
			if ($entry->getSize() !== $wanted[$name]['size'] || hash_file('sha256', $path) !== $wanted[$name]['sha256']) {
				throw new Failure('pack', "$path is not what was signed.");
			}
			if (str_ends_with($name, '.php')) {
				self::parse($path);
			}
			unset($wanted[$name]);
		}
		if ($wanted !== []) {
			throw new Failure('pack', "$dir/" . array_key_first($wanted) . ' is missing.');
		}
	}

	/** Nextcloud only logs that it cannot read an app's code, and goes on without the app. */
	private static function parse(string $path): void {
		try {
			token_get_all((string)file_get_contents($path), TOKEN_PARSE);
		} catch (\ParseError $error) {
			throw new Failure('pack', "This host's PHP " . PHP_VERSION . " cannot read $path: {$error->getMessage()}");
		}
	}
}

/** Who this process is; a file tells where the extension posix is missing. */
function account(): int {
	if (function_exists('posix_geteuid')) {
		return posix_geteuid();
	}
	$file = tmpfile();
	return $file === false ? -1 : (int)fstat($file)['uid'];
}

/** One job from standard input, its result to standard output. */
function once(string $code): int {
	$job = json_decode((string)stream_get_contents(STDIN), true);
	if (!is_array($job) || !is_string($job['config'] ?? null)) {
		return 2;
	}
	(new Child($code, $job, STDOUT))->run();
	return 0;
}

/** Variables of the environment that would override the config.php of every space. */
function cleanEnvironment(): void {
	foreach (array_keys(getenv()) as $name) {
		if (str_starts_with($name, 'NC_') || $name === 'NEXTCLOUD_CONFIG_DIR') {
			putenv($name);
			unset($_ENV[$name], $_SERVER[$name]);
		}
	}
	umask(0o022);
}

/** @param array<string, string|false> $options */
function main(array $options): int {
	if (isset($options['pack'], $options['manifest'])) {
		try {
			Pack::verify((string)$options['pack'], (string)$options['manifest']);
			fwrite(STDOUT, "{\"ok\":true}\n");
			return 0;
		} catch (\Throwable $error) {
			fwrite(STDOUT, json_encode(['ok' => false, 'error' => Explain::error($error)], JSON_UNESCAPED_SLASHES) . "\n");
			return 1;
		}
	}
	$code = rtrim((string)($options['code'] ?? ''), '/');
	if (!is_file("$code/lib/base.php")) {
		fwrite(STDOUT, json_encode(['agent' => VERSION, 'noCode' => $code]) . "\n");
		return 2;
	}
	cleanEnvironment();
	if (isset($options['once'])) {
		return once($code);
	}
	$lacking = array_filter(['pcntl_fork', 'pcntl_waitpid', 'pcntl_alarm', 'posix_setuid', 'posix_initgroups', 'stream_socket_pair'], static fn (string $name): bool => !function_exists($name));
	if ($lacking !== []) {
		fwrite(STDOUT, json_encode(['agent' => VERSION, 'lacking' => array_values($lacking)]) . "\n");
		return 3;
	}
	$source = isset($options['input']) ? @fopen((string)$options['input'], 'r') : STDIN;
	$journal = isset($options['journal']) ? @fopen((string)$options['journal'], 'a') : null;
	if ($source === false || $journal === false) {
		fwrite(STDOUT, json_encode(['agent' => VERSION, 'noFile' => $source === false ? $options['input'] : $options['journal']]) . "\n");
		return 4;
	}
	if ($journal !== null && ($length = fstat($journal)['size']) > 0 && file_get_contents((string)$options['journal'], offset: $length - 1) !== "\n") {
		// Its writer died in the middle of a line.
		fwrite($journal, "\n");
	}
	(new Server($code, max(1, (int)($options['jobs'] ?? 1)), $source, $journal, max(0, (int)($options['failures'] ?? 0))))->run();
	return 0;
}

if (PHP_SAPI !== 'cli') {
	http_response_code(404);
	exit(1);
}
exit(main(getopt('', ['once', 'code:', 'jobs:', 'input:', 'journal:', 'failures:', 'pack:', 'manifest:']) ?: []));
