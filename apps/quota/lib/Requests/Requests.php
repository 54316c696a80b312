<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Members ask for more room, admins decide.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Requests;

use OCA\EnsembleQuota\Kept;
use OCA\EnsembleQuota\Notices\Readers;
use OCA\EnsembleQuota\Notification\Bells;
use OCA\EnsembleQuota\Quotas;
use OCA\EnsembleQuota\Shared\ApiError;
use OCA\EnsembleQuota\Shared\Contract;
use OCA\EnsembleQuota\Shared\Settings;
use OCA\EnsembleQuota\Usage;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUserManager;

class Requests {
	private const ASK = 'POST /api/v1/requests';
	private const TAKE_BACK = 'DELETE /api/v1/requests/{id}';
	private const DECIDE = 'POST /api/v1/requests/{id}/decision';
	/** Settled ones are shown to admins for so many seconds: 90 days. */
	private const SHOWN = 7_776_000;

	public function __construct(
		private RequestStore $store,
		private Quotas $quotas,
		private Usage $usage,
		private Settings $settings,
		private Contract $contract,
		private Bells $bells,
		private Readers $readers,
		private IUserManager $users,
		private ITimeFactory $time,
	) {
	}

	/**
	 * The newest request of an account, as ownRequest of contract.ts.
	 *
	 * @param string $account account id
	 * @return ?array null for none
	 */
	public function newest(string $account): ?array {
		return $this->store->newest($account)?->own();
	}

	/**
	 * Whether an account may ask for more now.
	 *
	 * @param string $account account id
	 * @param ?int $quota what it has, bytes; null = no limit
	 */
	public function mayAsk(string $account, ?int $quota): bool {
		return $quota !== null && $this->settings->values()['requests'] && $this->store->newest($account)?->state !== 'open';
	}

	/**
	 * Asks for more room, and tells the admins.
	 *
	 * @param string $account who asks
	 * @param array{wanted: int, sentence: string} $body checked body of the endpoint
	 * @return array as ownRequest of contract.ts
	 * @throws ApiError as the contract says
	 */
	public function ask(string $account, array $body): array {
		if (!$this->settings->values()['requests']) {
			throw $this->contract->error(self::ASK, 'requests_off');
		}
		$quota = $this->quotas->one($account);
		if ($quota === null) {
			throw $this->contract->error(self::ASK, 'no_limit');
		}
		if ($body['wanted'] <= $quota) {
			throw $this->contract->error(self::ASK, 'not_more', 'wanted');
		}
		$before = $this->store->newest($account);
		$request = $this->store->add($account, $body['wanted'], $body['sentence'], $quota, $this->time->getTime())
			?? throw $this->contract->error(self::ASK, 'already_asked');
		if ($before !== null) {
			$this->bells->isOutOfDate($account, $before->id);
		}
		$this->bells->asked($this->readers->admins(), $request->id);
		return $request->own();
	}

	/**
	 * Takes an own open request back.
	 *
	 * @param string $account who asked
	 * @param int $id id of the request
	 * @return array as ownRequest of contract.ts
	 * @throws ApiError as the contract says
	 */
	public function takeBack(string $account, int $id): array {
		if ($this->store->get($id)?->account !== $account) {
			throw $this->contract->error(self::TAKE_BACK, 'no_request');
		}
		if (!$this->store->settle($id, 'withdrawn')) {
			throw $this->contract->error(self::TAKE_BACK, 'decided');
		}
		$this->bells->isSettled($id);
		return $this->kept(self::TAKE_BACK, $id)->own();
	}

	/** @return list<array> as GET /api/v1/requests gives them */
	public function all(): array {
		return $this->shown([...$this->store->open(), ...$this->store->decided($this->time->getTime() - self::SHOWN)]);
	}

	/**
	 * Keeps what was decided, and tells who asked.
	 *
	 * @param string $admin who decides
	 * @param int $id id of the request
	 * @param array{decision: 'approved'|'declined', word: string} $body checked body of the endpoint
	 * @return array as request of contract.ts
	 * @throws ApiError as the contract says
	 */
	public function decide(string $admin, int $id, array $body): array {
		$request = $this->kept(self::DECIDE, $id);
		if ($request->state !== 'open') {
			throw $this->contract->error(self::DECIDE, 'decided');
		}
		$granted = $body['decision'] === 'approved' ? $this->granted($request) : null;
		$state = $granted !== null && $granted < $request->wanted ? 'approved_less' : $body['decision'];
		if (!$this->store->settle($id, $state, $this->time->getTime(), $admin, $granted, $body['word'])) {
			throw $this->contract->error(self::DECIDE, 'decided');
		}
		$this->bells->isSettled($id);
		$this->bells->decided($request->account, $id);
		return $this->shown([$this->kept(self::DECIDE, $id)])[0];
	}

	/** What the account may keep since it asked; no limit is as much as it wished for. */
	private function granted(Request $request): int {
		$quota = $this->quotas->one($request->account);
		if ($quota !== null && $quota <= (int)$request->quotaAt) {
			throw $this->contract->error(self::DECIDE, 'not_granted');
		}
		return $quota ?? $request->wanted;
	}

	private function kept(string $endpoint, int $id): Request {
		return $this->store->get($id) ?? throw $this->contract->error($endpoint, 'no_request');
	}

	/**
	 * @param list<Request> $requests
	 * @return list<array> as request of contract.ts
	 */
	private function shown(array $requests): array {
		if ($requests === []) {
			return [];
		}
		$accounts = array_values(array_unique(array_map(static fn (Request $request): string => $request->account, $requests)));
		$kept = count($accounts) === 1 ? [$accounts[0] => $this->usage->one($accounts[0])] : $this->usage->pick($accounts, $this->usage->storages());
		$quotas = $this->quotas->all($accounts);
		return array_map(fn (Request $request): array => [
			...$request->own(),
			'account' => $request->account,
			'name' => $this->name($request->account),
			'files' => ($kept[$request->account] ?? new Kept())->files,
			'quota' => $quotas[$request->account]['quota'],
			'decidedBy' => $request->decidedBy === null ? '' : $this->name($request->decidedBy),
		], $requests);
	}

	private function name(string $account): string {
		return $this->users->getDisplayName($account) ?? $account;
	}
}
