<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_quota:check`: what the hourly job does, now.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Command;

use OCA\EnsembleQuota\Check as StorageCheck;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class Check extends Command {
	public function __construct(
		private readonly StorageCheck $check,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_quota:check')
			->setDescription('Looks at everybody\'s storage now; prints counts, no names');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		foreach ($this->check->run() as $what => $count) {
			$output->writeln("$what: $count");
		}
		return self::SUCCESS;
	}
}
