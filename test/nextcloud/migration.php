<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moves an account's charter answers as the app user_migration does, without archive. Arguments: the server's folder, the account, and a file to import, without which it exports. The archive is {files: {path: text}, versions: {migrator: number}}; an import writes {can, error}.

declare(strict_types=1);

use OCP\Files\Folder;
use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use OCP\UserMigration\UserMigrationException;
use Symfony\Component\Console\Output\NullOutput;

[, $root, $account] = $argv;
$file = $argv[3] ?? null;
define('OC_CONSOLE', 1);
require $root . '/lib/base.php';
\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();

/** An archive in memory. */
final class Archive implements IExportDestination, IImportSource {
	/**
	 * @param array<string, string> $files path → text
	 * @param array<string, int> $versions migrator → version
	 */
	public function __construct(
		public array $files = [],
		public array $versions = [],
	) {
	}

	public function addFileContents(string $path, string $content): void {
		$this->files[$path] = $content;
	}

	public function addFileAsStream(string $path, $stream): void {
		$this->files[$path] = stream_get_contents($stream);
	}

	public function copyFolder(Folder $folder, string $destinationPath, ?callable $nodeFilter = null): void {
		throw new UserMigrationException('There are no folders here.');
	}

	public function setMigratorVersions(array $versions): void {
		$this->versions = $versions;
	}

	public function getFileContents(string $path): string {
		return $this->files[$path] ?? throw new UserMigrationException('There is no ' . $path);
	}

	public function getFileAsStream(string $path) {
		$stream = fopen('php://temp', 'r+');
		fwrite($stream, $this->getFileContents($path));
		rewind($stream);
		return $stream;
	}

	public function getFolderListing(string $path): array {
		return [];
	}

	public function pathExists(string $path): bool {
		return isset($this->files[$path]);
	}

	public function copyToFolder(Folder $destination, string $sourcePath): void {
		throw new UserMigrationException('There are no folders here.');
	}

	public function getMigratorVersions(): array {
		return $this->versions;
	}

	public function getMigratorVersion(string $migrator): ?int {
		return $this->versions[$migrator] ?? null;
	}

	public function getOriginalUid(): string {
		return 'somebody';
	}

	public function close(): void {
	}
}

$user = \OCP\Server::get(\OCP\IUserManager::class)->get($account) ?? throw new \RuntimeException('There is no account ' . $account);
$registered = \OCP\Server::get(\OC\AppFramework\Bootstrap\Coordinator::class)->getRegistrationContext()->getUserMigrators();
$ours = array_values(array_filter($registered, static fn ($one): bool => $one->getAppId() === 'ensemble_charter'));
$migrator = \OCP\Server::get($ours[0]->getService());

if ($file === null) {
	$archive = new Archive();
	$migrator->export($user, $archive, new NullOutput());
	$archive->setMigratorVersions([$migrator->getId() => $migrator->getVersion()]);
	echo json_encode(get_object_vars($archive) + ['size' => $migrator->getEstimatedExportSize($user), 'name' => $migrator->getDisplayName(), 'about' => $migrator->getDescription()], JSON_THROW_ON_ERROR);
} else {
	$sent = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
	$archive = new Archive($sent['files'], $sent['versions']);
	$error = null;
	try {
		$migrator->import($user, $archive, new NullOutput());
	} catch (UserMigrationException $refusal) {
		$error = $refusal->getMessage();
	}
	echo json_encode(['can' => $migrator->canImport($archive), 'error' => $error], JSON_THROW_ON_ERROR);
}
