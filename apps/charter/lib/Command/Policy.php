<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:policy`: brings the host's charter up to date with the fleet's policy and tells what is in force.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\InForce;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Policy extends Command {
	public function __construct(
		private readonly InForce $inForce,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_charter:policy')
			->setDescription('Follows the policy of the host now, and tells which charters are in force')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$facts = array_map(Facts::of(...), $this->inForce->all());
		if ($input->getOption('json')) {
			$output->writeln(json_encode($facts, JSON_THROW_ON_ERROR), OutputInterface::OUTPUT_RAW);
			return self::SUCCESS;
		}
		foreach ($facts as $owner => $found) {
			Facts::write($output, $owner, $found);
			$output->writeln('');
		}
		return self::SUCCESS;
	}
}
