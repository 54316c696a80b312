<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:export`: all versions and the whole chain of answers, to keep and to check elsewhere.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\Evidence;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class Export extends Command {
	public function __construct(
		private readonly Evidence $evidence,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_charter:export')
			->setDescription('Writes all versions and answers as JSON; account names and reasons are in it')
			->addArgument('file', InputArgument::REQUIRED, 'File to write, - for the standard output');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$json = json_encode($this->evidence->export(), JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
		$file = $input->getArgument('file');
		if ($file === '-') {
			$output->writeln($json, OutputInterface::OUTPUT_RAW);
			return self::SUCCESS;
		}
		// Names are in it: nobody else on the machine should read it.
		$before = umask(0077);
		$written = @file_put_contents($file, $json . "\n");
		umask($before);
		if ($written === false) {
			$output->writeln("<error>$file cannot be written.</error>");
			return self::FAILURE;
		}
		$output->writeln("Written to $file.");
		return self::SUCCESS;
	}
}
