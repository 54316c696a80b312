<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The association's charter for anybody, if the admins want it.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Public\PlainPage;
use OCA\EnsembleCharter\Public\PublicPage;
use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Owner;
use OCA\EnsembleCharter\Shared\Settings;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage as ForAnybody;
use OCP\IRequest;
use OCP\IUserSession;

class PublicController extends Controller {
	public function __construct(
		IRequest $request,
		private IUserSession $session,
		private Settings $settings,
		private InForce $inForce,
		private PublicPage $page,
	) {
		parent::__construct(Application::APP_ID, $request);
	}

	#[ForAnybody]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/public')]
	public function show(): PlainPage {
		$stranger = !$this->session->isLoggedIn();
		$accept = $this->request->getHeader('Accept-Language');
		$version = $this->settings->values()['publicPage'] ? $this->inForce->version(Owner::ASSOCIATION) : null;
		if ($version === null) {
			return new PlainPage($this->page->absent($accept), Http::STATUS_NOT_FOUND, $stranger);
		}
		$asked = $this->request->getParam('lang', '');
		return new PlainPage($this->page->html($version, is_string($asked) ? $asked : '', $accept), Http::STATUS_OK, $stranger);
	}
}
