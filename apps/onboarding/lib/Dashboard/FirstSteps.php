<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The open steps on Nextcloud's dashboard and in its mobile apps, without a script of ours.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Dashboard;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCA\EnsembleOnboarding\FirstSteps as OwnSteps;
use OCA\EnsembleOnboarding\StepWords;
use OCA\EnsembleOnboarding\Widget;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IConditionalWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\IUserSession;

/** Everything but the items costs no query: Nextcloud asks for it with every dashboard. */
final class FirstSteps implements IAPIWidgetV2, IButtonWidget, IConditionalWidget, IIconWidget {
	private const FIRST = 0;

	public function __construct(
		private readonly Widget $widget,
		private readonly OwnSteps $steps,
		private readonly StepWords $words,
		private readonly IUserSession $session,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l10n,
	) {
	}

	public function isEnabled(): bool {
		$user = $this->session->getUser();
		return $user !== null && $this->widget->isDue($user->getUID());
	}

	public function getId(): string {
		return Widget::ID;
	}

	public function getTitle(): string {
		return $this->l10n->t('First steps');
	}

	public function getOrder(): int {
		return self::FIRST;
	}

	public function getIconClass(): string {
		return '';
	}

	public function getIconUrl(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getUrl(): ?string {
		return $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index');
	}

	public function load(): void {
	}

	public function getWidgetButtons(string $userId): array {
		return [new WidgetButton(WidgetButton::TYPE_MORE, (string)$this->getUrl(), $this->l10n->t('Show all first steps'))];
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$user = $this->users->get($userId);
		$steps = $user === null ? [] : $this->steps->of($user);
		$open = array_values(array_filter($steps, static fn (array $step): bool => $step['state'] === 'open'));
		$items = array_map(function (array $step): WidgetItem {
			['title' => $title, 'sentence' => $sentence] = $step['texts'] ?? $this->words->of($step['id']);
			return new WidgetItem($title, $sentence, (string)$this->getUrl(), $this->getIconUrl(), $step['id']);
		}, array_slice($open, 0, $limit));
		return new WidgetItems($items, $items === [] ? $this->l10n->t('All done.') : '');
	}
}
