<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_charter:status`: how many have answered the charter in force, and how; no names.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Command;

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
			->setDescription('Tells which charter is in force and how many have answered; prints counts, no names')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		['version' => $version, 'counts' => $counts] = $this->status->read();
		$facts = $version === null ? null : [
			'id' => $version->id,
			'number' => $version->number,
			'asks' => $version->asks,
			'kind' => $version->kind,
			'mode' => $version->mode,
			'publishedAt' => $version->publishedAt,
			'deadline' => $version->deadline,
			'languages' => array_keys($version->texts),
		];
		if ($input->getOption('json')) {
			$output->writeln(json_encode(['version' => $facts, 'counts' => $counts], JSON_THROW_ON_ERROR));
			return self::SUCCESS;
		}
		if ($facts === null) {
			$output->writeln('No charter has been published yet.');
			return self::SUCCESS;
		}
		foreach ($facts + $counts as $what => $value) {
			$output->writeln("$what: " . match (true) {
				is_array($value) => implode(', ', $value),
				$value === null => 'none',
				in_array($what, ['publishedAt', 'deadline'], true) => gmdate('Y-m-d H:i', $value) . ' UTC',
				default => (string)$value,
			});
		}
		return self::SUCCESS;
	}
}
