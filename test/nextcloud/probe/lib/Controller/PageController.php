<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page rendered as the address says: user, guest, public, base, error, blank. Nextcloud itself has no page for some of them.

declare(strict_types=1);

namespace OCA\EnsembleProbe\Controller;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\TemplateResponse;

class PageController extends Controller {
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/{as}')]
	public function index(string $as): TemplateResponse {
		return new TemplateResponse('ensemble_probe', 'page', [], $as === 'blank' ? TemplateResponse::RENDER_AS_BLANK : $as);
	}
}
