<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answers of members.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Answer;
use OCA\EnsembleCharter\Service\Answering;
use OCA\EnsembleCharter\Service\OwnAnswers;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCA\EnsembleCharter\UserMigration\Brought;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class AnswersController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Answering $answering,
		private OwnAnswers $own,
		private Brought $brought,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/answers')]
	public function index(): DataResponse {
		return $this->answer(
			'GET /api/v1/answers',
			fn (array $body, IUser $caller): array => [
				'answers' => $this->own->of($caller->getUID()),
				'brought' => $this->brought->of($caller->getUID()),
			],
		);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/answers')]
	public function create(): DataResponse {
		return $this->answer(
			'POST /api/v1/answers',
			fn (array $body, IUser $caller): Answer => $this->answering->answer($caller->getUID(), $body),
		);
	}
}
