<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tables of 0.2.0: what was kept day by day, who was told what, who asks for more room.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** 0.1.0 had no table, so a host that goes back to it loses nothing and finds all of this again. */
class Version000200Date20261122120000 extends SimpleMigrationStep {
	private const ACCOUNT = ['notnull' => true, 'length' => 64];
	private const NUMBER = ['notnull' => true, 'unsigned' => true];
	private const NUMBER_OR_NONE = ['notnull' => false, 'unsigned' => true];

	/**
	 * @param Closure(): ISchemaWrapper $schemaClosure
	 */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		$schema = $schemaClosure();
		$this->addDays($schema);
		$this->addStates($schema);
		$this->addRequests($schema);
		return $schema;
	}

	/**
	 * `account` is empty for the whole space. `day` counts days since 1970 (UTC). Amounts are bytes; `quota` is of
	 * accounts, `team`, `other`, `promised` and `pool` are of the space; empty = no limit, not known.
	 */
	private function addDays(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_quota_days')) {
			return;
		}
		$table = $schema->createTable('ens_quota_days');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, ...self::NUMBER]);
		$table->addColumn('account', Types::STRING, self::ACCOUNT);
		$table->addColumn('day', Types::INTEGER, self::NUMBER);
		foreach (['files', 'trash', 'versions'] as $amount) {
			$table->addColumn($amount, Types::BIGINT, self::NUMBER);
		}
		foreach (['quota', 'team', 'other', 'promised', 'pool'] as $amount) {
			$table->addColumn($amount, Types::BIGINT, self::NUMBER_OR_NONE);
		}
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['account', 'day'], 'ens_quota_days_account');
		$table->addIndex(['day'], 'ens_quota_days_day');
	}

	/**
	 * The level in force, empty = below the first, and what was told last. `about` is mine, space or accounts, or digest
	 * (the week of the last mail to admins); no row = below the first level, and nothing was told lately.
	 */
	private function addStates(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_quota_states')) {
			return;
		}
		$table = $schema->createTable('ens_quota_states');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, ...self::NUMBER]);
		$table->addColumn('account', Types::STRING, self::ACCOUNT);
		$table->addColumn('about', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('level', Types::INTEGER, self::NUMBER_OR_NONE);
		$table->addColumn('told_level', Types::INTEGER, self::NUMBER_OR_NONE);
		$table->addColumn('told_at', Types::BIGINT, self::NUMBER_OR_NONE);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['account', 'about'], 'ens_quota_states_account');
	}

	/**
	 * `wanted`, `granted` and `quota_at` (the quota when asked) are bytes, `sentence` and `word` are what was written.
	 * `open_for` is the account while the request is open and empty after: databases hold empty ones for different, so
	 * the index allows one open request for each account.
	 */
	private function addRequests(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_quota_requests')) {
			return;
		}
		$table = $schema->createTable('ens_quota_requests');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, ...self::NUMBER]);
		$table->addColumn('account', Types::STRING, self::ACCOUNT);
		$table->addColumn('wanted', Types::BIGINT, self::NUMBER);
		$table->addColumn('sentence', Types::TEXT, ['notnull' => true]);
		$table->addColumn('at', Types::BIGINT, self::NUMBER);
		$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('quota_at', Types::BIGINT, self::NUMBER_OR_NONE);
		$table->addColumn('granted', Types::BIGINT, self::NUMBER_OR_NONE);
		$table->addColumn('word', Types::TEXT, ['notnull' => false]);
		$table->addColumn('decided_by', Types::STRING, ['notnull' => false, 'length' => 64]);
		$table->addColumn('decided_at', Types::BIGINT, self::NUMBER_OR_NONE);
		$table->addColumn('open_for', Types::STRING, ['notnull' => false, 'length' => 64]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['open_for'], 'ens_quota_req_open');
		$table->addIndex(['account'], 'ens_quota_req_account');
	}
}
