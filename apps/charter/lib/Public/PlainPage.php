<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A whole HTML page of our own that loads nothing but our own script and style, and leaves no cookie with a stranger.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Public;

use OCP\AppFramework\Http\ICallbackResponse;
use OCP\AppFramework\Http\IOutput;
use OCP\AppFramework\Http\Response;

class PlainPage extends Response implements ICallbackResponse {
	private const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	/**
	 * @param string $html the page
	 * @param int $status HTTP status
	 * @param bool $stranger whether nobody is logged in
	 */
	public function __construct(
		private string $html,
		int $status,
		private bool $stranger,
	) {
		parent::__construct($status, [
			'Content-Type' => 'text/html; charset=UTF-8',
			'Content-Security-Policy' => self::POLICY,
			'Referrer-Policy' => 'no-referrer',
			'X-Content-Type-Options' => 'nosniff',
		]);
	}

	public function render(): string {
		return $this->html;
	}

	/** Nextcloud has begun a session for whoever comes; a stranger who only reads needs none. */
	public function callback(IOutput $output): void {
		if ($this->stranger) {
			header_remove('Set-Cookie');
		}
		$output->setHeader('Content-Length: ' . strlen($this->html));
		$output->setOutput($this->html);
	}
}
