<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:status`: how many have answered the charters in force, and how; no names.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\Owner;
use OCA\EnsembleCharter\Service\Status as Overview;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Status extends Command {
	public function __construct(
		private readonly Overview $status,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_charter:status')
			->setDescription('Tells which charters are in force and how many have answered; prints counts, no names')
			->addOption('owner', null, InputOption::VALUE_REQUIRED, 'Whose charter: association or host; both unless told')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON; of both, the same as GET /api/v1/metrics');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$owner = $input->getOption('owner');
		if ($owner !== null && !in_array($owner, Owner::ALL, true)) {
			$output->writeln('<error>The owner is association or host.</error>');
			return self::INVALID;
		}
		if ($input->getOption('json')) {
			$found = $owner === null ? $this->status->metrics() : $this->read($owner);
			$output->writeln(json_encode($found, JSON_THROW_ON_ERROR), OutputInterface::OUTPUT_RAW);
			return self::SUCCESS;
		}
		foreach ($owner === null ? Owner::ALL : [$owner] as $one) {
			['version' => $version, 'counts' => $counts] = $this->read($one);
			Facts::write($output, $one, $version === null ? null : $version + $counts);
			$output->writeln('');
		}
		return self::SUCCESS;
	}

	/** @return array{version: ?array, counts: array<string, int>} */
	private function read(string $owner): array {
		['version' => $version, 'counts' => $counts] = $this->status->read($owner);
		return ['version' => Facts::of($version), 'counts' => $counts];
	}
}
