<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What 0.2.0 adds to the tables: whose a charter is and how it is published, whose answers count for it, why somebody declines, the draft, reminders.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * Every new column may stay empty or has a default, so that 0.1.0 can still write if a host goes back to it.
 * FillAsks fills in what older rows lack.
 */
class Version000200Date20261122100000 extends SimpleMigrationStep {
	/**
	 * @param Closure(): ISchemaWrapper $schemaClosure
	 */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		$schema = $schemaClosure();
		$this->widenVersions($schema);
		$this->addOwners($schema);
		$this->widenAnswers($schema);
		$this->addDrafts($schema);
		$this->addReminders($schema);
		$this->addBrought($schema);
		return $schema;
	}

	/** `audience` and `change_note` are JSON; `asks_id` is the id of the version whose answers count for this one, empty for itself. */
	private function widenVersions(ISchemaWrapper $schema): void {
		$table = $schema->getTable('ens_charter_versions');
		if ($table->hasColumn('asks_id')) {
			return;
		}
		$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16, 'default' => 'substantive']);
		$table->addColumn('mode', Types::STRING, ['notnull' => true, 'length' => 16, 'default' => 'ask']);
		$table->addColumn('deadline', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
		$table->addColumn('audience', Types::TEXT, ['notnull' => false]);
		$table->addColumn('change_note', Types::TEXT, ['notnull' => false]);
		$table->addColumn('asks_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
	}

	/**
	 * `edition` is the number among those of the owner; `number` goes over the whole space, so that 0.1.0 can go on
	 * counting. `owner_name` is JSON. FillAsks fills in the edition of what 0.1.0 writes, which is empty: databases hold
	 * empty ones for different.
	 */
	private function addOwners(ISchemaWrapper $schema): void {
		$table = $schema->getTable('ens_charter_versions');
		if ($table->hasColumn('owner')) {
			return;
		}
		$table->addColumn('owner', Types::STRING, ['notnull' => true, 'length' => 16, 'default' => 'association']);
		$table->addColumn('owner_name', Types::TEXT, ['notnull' => false]);
		$table->addColumn('edition', Types::INTEGER, ['notnull' => false, 'unsigned' => true]);
		$table->addUniqueIndex(['owner', 'edition'], 'ens_charter_ver_edition');
		$table->addIndex(['owner', 'number'], 'ens_charter_ver_owner');
	}

	/** `asks_id` is that of the version answered. Databases hold empty ones for different, so the index lets 0.1.0 write. */
	private function widenAnswers(ISchemaWrapper $schema): void {
		$table = $schema->getTable('ens_charter_answers');
		if ($table->hasColumn('asks_id')) {
			return;
		}
		$table->addColumn('asks_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
		$table->addColumn('reason', Types::TEXT, ['notnull' => false]);
		$table->addUniqueIndex(['person', 'asks_id', 'turn'], 'ens_charter_ans_asks_turn');
		$table->addIndex(['asks_id'], 'ens_charter_ans_asks');
	}

	/** One row, id 1, that all admins share. `draft` is JSON, empty where it was thrown away. */
	private function addDrafts(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_drafts')) {
			return;
		}
		$table = $schema->createTable('ens_charter_drafts');
		$table->addColumn('id', Types::INTEGER, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('revision', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('draft', Types::TEXT, ['notnull' => false]);
		$table->addColumn('saved_at', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
		$table->addColumn('saved_by', Types::STRING, ['notnull' => false, 'length' => 64]);
		$table->setPrimaryKey(['id']);
	}

	/** When an account was reminded last. A row of its own, so that of two admins at once only one reminds. */
	private function addReminders(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_reminders')) {
			return;
		}
		$table = $schema->createTable('ens_charter_reminders');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('account', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('at', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['account'], 'ens_charter_rem_account');
	}

	/** What an account answered in other spaces, as it came along with it. `answers` is JSON. */
	private function addBrought(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_brought')) {
			return;
		}
		$table = $schema->createTable('ens_charter_brought');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('account', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('answers', Types::TEXT, ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['account'], 'ens_charter_bro_account');
	}
}
