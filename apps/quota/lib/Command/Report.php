<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// `occ ensemble_quota:report`: what the space keeps and how many members are at which level; no names unless asked for.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Command;

use OCA\EnsembleQuota\Metrics;
use OCA\EnsembleQuota\Overview;
use OCP\Util;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Helper\Table;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

final class Report extends Command {
	/** Figures that are no bytes. */
	private const COUNTS = ['accounts', 'accountCap', 'openRequests'];
	private const MEMBER = ['account', 'enabled', 'files', 'trash', 'versions', 'quota', 'percent', 'level'];

	public function __construct(
		private readonly Overview $overview,
		private readonly Metrics $metrics,
	) {
		parent::__construct();
	}

	protected function configure(): void {
		$this->setName('ensemble_quota:report')
			->setDescription('Tells what the space keeps and how many members are at which level; prints counts, no names')
			->addOption('json', null, InputOption::VALUE_NONE, 'Print JSON')
			->addOption('members', null, InputOption::VALUE_NONE, 'List the accounts too');
	}

	protected function execute(InputInterface $input, OutputInterface $output): int {
		$count = $this->overview->count();
		$report = $this->metrics->read($count);
		$members = $input->getOption('members') ? array_map(self::member(...), $count['members']) : null;
		if ($input->getOption('json')) {
			$output->writeln(json_encode($members === null ? $report : $report + ['members' => $members], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
			return self::SUCCESS;
		}
		$this->figures($report, $output);
		$this->levels($report['membersByLevel'], $output);
		if ($members !== null) {
			$rows = array_map(static fn (array $member): array => array_map(self::cell(...), array_keys($member), $member), $members);
			(new Table($output))->setHeaders(self::MEMBER)->setRows($rows)->render();
		}
		return self::SUCCESS;
	}

	/** Every figure with its name in the JSON, its bytes and how a person reads them. */
	private function figures(array $report, OutputInterface $output): void {
		foreach (array_diff_key($report, ['countedAt' => null, 'membersByLevel' => null]) as $what => $value) {
			$output->writeln("$what: " . match (true) {
				$value === null => 'none',
				in_array($what, self::COUNTS, true) => (string)$value,
				default => (int)$value . ' (' . self::size((int)$value) . ')',
			});
		}
	}

	private function levels(object $counts, OutputInterface $output): void {
		$rows = [];
		foreach ((array)$counts as $level => $members) {
			$rows[] = [(int)$level === 0 ? 'below, or no limit' : "$level %", $members];
		}
		(new Table($output))->setHeaders(['level', 'enabled members'])->setRows($rows)->render();
	}

	private static function member(array $member): array {
		return array_combine(self::MEMBER, array_map(static fn (string $what): mixed => $member[$what], self::MEMBER));
	}

	private static function cell(string $what, mixed $value): string {
		return match (true) {
			$value === null => '-',
			is_bool($value) => $value ? 'yes' : 'no',
			$what === 'percent' => number_format($value, 1, '.', ''),
			default => (string)$value,
		};
	}

	private static function size(int $bytes): string {
		return ($bytes < 0 ? '-' : '') . Util::humanFileSize(abs($bytes));
	}
}
