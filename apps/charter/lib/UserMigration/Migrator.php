<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes a member's answers along when their account moves to another space (Nextcloud's user_migration).

declare(strict_types=1);

namespace OCA\EnsembleCharter\UserMigration;

use OCA\EnsembleCharter\AppInfo\Application;
use OCP\IL10N;
use OCP\IUser;
use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use OCP\UserMigration\IMigrator;
use OCP\UserMigration\ISizeEstimationMigrator;
use OCP\UserMigration\TMigratorBasicVersionHandling;
use OCP\UserMigration\UserMigrationException;
use Symfony\Component\Console\Output\OutputInterface;

class Migrator implements IMigrator, ISizeEstimationMigrator {
	use TMigratorBasicVersionHandling;

	private const FILE = Application::APP_ID . '/answers.json';
	/** Far more than the longest file that the contract takes; nothing beyond is read. Bytes. */
	private const LARGEST = 32_000_000;

	public function __construct(
		private Luggage $luggage,
		private IL10N $l10n,
	) {
	}

	public function getId(): string {
		return Application::APP_ID;
	}

	public function getDisplayName(): string {
		return $this->l10n->t('Charter');
	}

	public function getDescription(): string {
		return $this->l10n->t('What you have answered to charters, here and in spaces you were in before');
	}

	public function getEstimatedExportSize(IUser $user): int|float {
		return (int)ceil(strlen($this->luggage->pack($user->getUID())) / 1024);
	}

	/** @throws UserMigrationException where the file cannot be written */
	public function export(IUser $user, IExportDestination $exportDestination, OutputInterface $output): void {
		$output->writeln('Exporting answers to charters in ' . self::FILE . '…');
		$exportDestination->addFileContents(self::FILE, $this->luggage->pack($user->getUID()));
	}

	/**
	 * Adds what the export holds to what the account has brought along before.
	 *
	 * @throws UserMigrationException where the file is none of ours; then nothing has changed
	 */
	public function import(IUser $user, IImportSource $importSource, OutputInterface $output): void {
		if (!$importSource->pathExists(self::FILE)) {
			$output->writeln('There are no answers to charters in this export.');
			return;
		}
		$output->writeln('Importing answers to charters from ' . self::FILE . '…');
		$json = stream_get_contents($importSource->getFileAsStream(self::FILE), self::LARGEST);
		try {
			$this->luggage->unpack($user->getUID(), (string)$json);
		} catch (\UnexpectedValueException $wrong) {
			throw new UserMigrationException(strtr($this->l10n->t('The answers to charters in this export cannot be read, so none of them was taken over. What is wrong: {place}'), [
				'{place}' => self::FILE . ($wrong->getMessage() === '' ? '' : ', ' . $wrong->getMessage()),
			]), 0, $wrong);
		}
	}
}
