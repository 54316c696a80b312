<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:verify`: checks the chain of answers and the hashes of the texts.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\Evidence;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Verify extends Command {
	public function __construct(
		private readonly Evidence $evidence,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_charter:verify')
			->setDescription('Checks the chain of answers and the texts; ends with 1 if something does not fit')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$found = $this->evidence->verify();
		if ($input->getOption('json')) {
			$output->writeln(json_encode($found, JSON_THROW_ON_ERROR));
		} else {
			$output->writeln("answers: {$found['answers']}");
			$output->writeln("head: {$found['head']}");
			$output->writeln(match (true) {
				$found['valid'] => 'Everything fits.',
				$found['broken'] === null => 'A text does not fit its hash.',
				default => "Answer {$found['broken']} does not fit.",
			});
		}
		return $found['valid'] ? self::SUCCESS : self::FAILURE;
	}
}
