<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:publish`: publishes a charter from a file.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

use OCA\EnsembleCharter\Service\Publishing;
use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class Publish extends Command {
	public function __construct(
		private readonly Contract $contract,
		private readonly Publishing $publishing,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_charter:publish')
			->setDescription('Publishes a charter of the association; the file is the JSON body of POST /api/v1/versions')
			->addArgument('file', InputArgument::REQUIRED, 'File to read, - for the standard input');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$file = $input->getArgument('file');
		$text = @file_get_contents($file === '-' ? 'php://stdin' : $file);
		$body = $text === false ? null : json_decode($text);
		if (!$body instanceof \stdClass) {
			$output->writeln('<error>' . ($text === false ? "$file cannot be read." : "$file is no JSON object.") . '</error>');
			return self::FAILURE;
		}
		try {
			$version = $this->publishing->publish($this->contract->body('POST /api/v1/versions', $body));
		} catch (ApiError $refusal) {
			$output->writeln('<error>' . ($refusal->field === null ? '' : "$refusal->field: ") . $refusal->sentence($refusal->text) . '</error>');
			return self::FAILURE;
		}
		$output->writeln("Version $version->number is in force (id $version->id).");
		return self::SUCCESS;
	}
}
