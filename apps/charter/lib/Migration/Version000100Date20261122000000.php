<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tables of 0.1.0: published charters, answers, and who a person in the answers is.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

class Version000100Date20261122000000 extends SimpleMigrationStep {
	/**
	 * @param Closure(): ISchemaWrapper $schemaClosure
	 */
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper {
		$schema = $schemaClosure();
		$this->addVersions($schema);
		$this->addAnswers($schema);
		$this->addPeople($schema);
		return $schema;
	}

	/** A row is never changed. `texts` and `hashes` are JSON, language → text or hash. */
	private function addVersions(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_versions')) {
			return;
		}
		$table = $schema->createTable('ens_charter_versions');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('number', Types::INTEGER, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('default_language', Types::STRING, ['notnull' => true, 'length' => 16]);
		// No length: LONGTEXT on MariaDB, whose TEXT ends at 64 kB.
		$table->addColumn('texts', Types::TEXT, ['notnull' => true]);
		$table->addColumn('hashes', Types::TEXT, ['notnull' => true]);
		$table->addColumn('published_at', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['number'], 'ens_charter_ver_number');
	}

	/** A row is never changed: a change of mind is a new one with the next `turn`. */
	private function addAnswers(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_answers')) {
			return;
		}
		$table = $schema->createTable('ens_charter_answers');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('number', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('person', Types::STRING, ['notnull' => true, 'length' => 32]);
		$table->addColumn('version_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('turn', Types::INTEGER, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('language', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('text_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('choice', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('at', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['number'], 'ens_charter_ans_number');
		$table->addUniqueIndex(['person', 'version_id', 'turn'], 'ens_charter_ans_turn');
		$table->addIndex(['version_id'], 'ens_charter_ans_version');
	}

	/** The only link from an answer to an account; it is deleted with the account. */
	private function addPeople(ISchemaWrapper $schema): void {
		if ($schema->hasTable('ens_charter_people')) {
			return;
		}
		$table = $schema->createTable('ens_charter_people');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('person', Types::STRING, ['notnull' => true, 'length' => 32]);
		$table->addColumn('account', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['person'], 'ens_charter_ppl_person');
		$table->addUniqueIndex(['account'], 'ens_charter_ppl_account');
	}
}
