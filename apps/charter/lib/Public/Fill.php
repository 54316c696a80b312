<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fills in the HTML of the public page, as embedded/public/fill.ts; cases/publicPage.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Public;

final class Fill {
	private const ESCAPED = ['&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;', "'" => '&#39;'];

	/**
	 * Fills in a template: `{{name}}` is a text, always escaped; `{{#name}}…{{/name}}` is repeated for each item of a
	 * list, whose values come before those around it. What is filled in is never looked at again. A comment that the
	 * template begins with is left out.
	 *
	 * @param string $template HTML
	 * @param array<string, string|list<array<string, mixed>>> $values name → text or list
	 */
	public static function in(string $template, array $values): string {
		return self::part(preg_replace('/^<!--.*?-->\n/s', '', $template), $values);
	}

	private static function part(string $template, array $values): string {
		return preg_replace_callback(
			'/\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/s',
			static fn (array $found): string => isset($found[3])
				? strtr($values[$found[3]], self::ESCAPED)
				: implode('', array_map(static fn (array $item): string => self::part($found[2], $item + $values), $values[$found[1]])),
			$template,
		);
	}
}
