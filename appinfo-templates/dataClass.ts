// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A JSON file of an app as a PHP class with one constant: PHP keeps it compiled, so that every page may read it. */

/** What JSON can say. */
export type Json = Json[] | boolean | number | string | { [key: string]: Json } | null

/**
 * Writes the class.
 *
 * @param namespace the app's, below OCA
 * @param name of the class
 * @param value what the file says
 * @return text of lib/Data/<name>.php
 */
export function dataClass(namespace: string, name: string, value: Json): string {
	return `<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a JSON file of the app says; written when the app is built.

declare(strict_types=1);

namespace OCA\\${namespace}\\Data;

final class ${name} {
	public const DATA = ${literal(value, '\t')};
}
`
}

/** As PHP writes it; an object is an array with keys. */
function literal(value: Json, indent: string): string {
	if (typeof value === 'string') {
		return `'${value.replaceAll(/['\\]/g, '\\$&')}'`
	}
	if (value === null || typeof value !== 'object') {
		return String(value)
	}
	const items = Array.isArray(value)
		? value.map((item) => literal(item, `${indent}\t`))
		: Object.entries(value).map(([key, item]) => `${literal(key, '')} => ${literal(item, `${indent}\t`)}`)
	return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}\t${item},\n`).join('')}${indent}]`
}
