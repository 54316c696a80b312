<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The draft that all admins share. Its revision rises with every save, so that nobody overwrites a colleague unknowingly.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUserManager;

/** One row; thrown away, the draft leaves it there with its revision. */
class Drafts {
	private const TABLE = 'ens_charter_drafts';
	private const ROW = 1;

	public function __construct(
		private IDBConnection $db,
		private Contract $contract,
		private ITimeFactory $time,
		private IUserManager $users,
	) {
	}

	/** The draft, as `GET /api/v1/draft` gives it. */
	public function read(): array {
		$row = $this->row();
		$draft = json_decode($row['draft'] ?? 'null', true, flags: JSON_THROW_ON_ERROR);
		return [
			'revision' => (int)($row['revision'] ?? 0),
			'draft' => $draft === null ? null : ['texts' => (object)$draft['texts']] + $draft,
			'savedAt' => isset($row['saved_at']) ? (int)$row['saved_at'] : null,
			'savedBy' => isset($row['saved_by']) ? $this->users->getDisplayName($row['saved_by']) ?? '' : '',
		];
	}

	/**
	 * Saves the draft.
	 *
	 * @param string $account login name of who saves it
	 * @param array{revision: int, draft: ?array} $body checked body of `PUT /api/v1/draft`
	 * @return array{revision: int, savedAt: ?int}
	 * @throws ApiError `draft_changed`
	 */
	public function save(string $account, array $body): array {
		['revision' => $read, 'draft' => $draft] = $body;
		$savedAt = $draft === null ? null : $this->time->getTime();
		$values = [
			'revision' => [$read + 1, IQueryBuilder::PARAM_INT],
			'draft' => $draft === null ? [null, IQueryBuilder::PARAM_NULL] : [json_encode($draft, JSON_THROW_ON_ERROR), IQueryBuilder::PARAM_STR],
			'saved_at' => [$savedAt, $savedAt === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT],
			'saved_by' => $draft === null ? [null, IQueryBuilder::PARAM_NULL] : [$account, IQueryBuilder::PARAM_STR],
		];
		if (!Retry::whileBusy(fn (): bool => $read === 0 ? $this->insert($values) : $this->replace($read, $values))) {
			throw $this->contract->error('PUT /api/v1/draft', 'draft_changed', 'revision');
		}
		return ['revision' => $read + 1, 'savedAt' => $savedAt];
	}

	/**
	 * Takes the name of an account off the draft.
	 *
	 * @param string $account login name
	 */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('saved_by', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->eq('saved_by', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function row(): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('*')->from(self::TABLE)->executeQuery();
		$row = $result->fetch();
		$result->closeCursor();
		return $row ?: [];
	}

	/** Whether it was the first to save. */
	private function insert(array $values): bool {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->setValue('id', $query->createNamedParameter(self::ROW, IQueryBuilder::PARAM_INT));
		foreach ($values as $column => [$value, $type]) {
			$query->setValue($column, $query->createNamedParameter($value, $type));
		}
		try {
			$query->executeStatement();
			return true;
		} catch (Exception $trouble) {
			if ($trouble->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				return false;
			}
			throw $trouble;
		}
	}

	/** Whether the draft was still the one that was read. */
	private function replace(int $read, array $values): bool {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)->where($query->expr()->eq('revision', $query->createNamedParameter($read, IQueryBuilder::PARAM_INT)));
		foreach ($values as $column => [$value, $type]) {
			$query->set($column, $query->createNamedParameter($value, $type));
		}
		return $query->executeStatement() === 1;
	}
}
