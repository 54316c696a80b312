// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { lintMigration } from './migrations.ts'

const body = (lines: string) => `<?php\nclass M {\n\tfunction changeSchema() {\n${lines}\n\t}\n}\n`
const lines = (code: string) => lintMigration(body(code)).map(({ line }) => line)

describe('a migration', () => {
	it.each([
		'$schema->dropTable(\'a\');',
		'$table->dropColumn(\'a\');',
		'$table -> dropIndex(\'a\');',
		'$table->dropPrimaryKey();',
		'$table->removeForeignKey(\'a\');',
		'$schema->renameTable(\'a\', \'b\');',
		'$table->renameColumn(\'a\', \'b\');',
		'$table->changeColumn(\'a\', []);',
		'$table->modifyColumn(\'a\', []);',
		'$table->getColumn(\'a\')->setNotnull(true);',
		'$this->db->executeStatement(\'DROP TABLE a\');',
		'$this->db->executeStatement("alter table a drop column b");',
		'$this->db->executeStatement("ALTER TABLE *PREFIX*a RENAME TO b");',
		'$this->db->executeStatement(\'TRUNCATE a\');',
		'$query->delete(\'a\');',
	])('that does %s is found', (code) => {
		expect(lines(`\n${code}`)).toEqual([5])
	})

	it.each([
		'$table = $schema->createTable(\'a\'); $table->addColumn(\'b\', \'text\', [\'notnull\' => true]);',
		'$table = $schema->getTable(\'a\'); $table->addColumn(\'b\', \'text\', [\'notnull\' => false]);',
		'$table = $schema->getTable(\'a\'); $table->addColumn(\'b\', \'text\', [\'notnull\' => true, \'default\' => \'x\']);',
		'// $schema->dropTable(\'a\');',
		'/* $schema->dropTable(\'a\'); */',
		'# $schema->dropTable(\'a\');',
		'$table->addIndex([\'a\'], \'drop_table\');',
		'$output->info(\'Drops of water\');',
	])('that does %s only adds', (code) => {
		expect(lines(code)).toEqual([])
	})

	it.each([
		'$table->addColumn(\'b\', \'text\', [\'notnull\' => true]);',
		'$table->addColumn(\'b\', \'text\');',
		'$table->addColumn(\'b\', \'text\', [\'notnull\' => true, \'default\' => null]);',
		'$table->addColumn(\'b\', \'text\', self::OPTIONS);',
	])('that adds to a table what the release before does not fill in is found: %s', (code) => {
		expect(lines(`$table = $schema->getTable('a');\n${code}`)).toEqual([5])
	})

	it('of ours only adds', () => {
		const files = globSync('apps/*/lib/Migration/Version*.php', { absolute: true })
		expect(files.length).toBeGreaterThan(2)
		for (const file of files) {
			expect(lintMigration(readFileSync(file, 'utf8')), file).toEqual([])
		}
	})
})
