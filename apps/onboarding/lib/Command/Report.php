<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_onboarding:report`: how many have finished and what admins have set up; counts, no names.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Command;

use OCA\EnsembleOnboarding\Metrics;
use OCA\EnsembleOnboarding\Walkers;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Report extends Command {
	public function __construct(
		private readonly Metrics $metrics,
		private readonly Walkers $walkers,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_onboarding:report')
			->setDescription('Tells how many members have finished their first steps and what admins have set up; prints counts, no names')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON: the same as GET /api/v1/metrics');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$report = $this->metrics->read();
		if ($input->getOption('json')) {
			$output->writeln(json_encode($report, JSON_THROW_ON_ERROR), OutputInterface::OUTPUT_RAW);
			return self::SUCCESS;
		}
		foreach (array_diff_key($report, ['at' => null]) as $what => $value) {
			$output->writeln("$what: " . ($value ?? 'too few to tell'));
		}
		$steps = $this->walkers->figures()['steps'] ?? [];
		if ($steps !== []) {
			(new Table($output))->setHeaders(['step', 'done', 'put aside', 'open'])->setRows(array_map(array_values(...), $steps))->render();
		}
		return self::SUCCESS;
	}
}
