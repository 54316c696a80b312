// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The licence check notices what it should. */

import { describe, expect, it } from 'vitest'
import { coverage, unlicensed } from './spdx.ts'

const good = '// SPDX-FileCopyrightText: 2026 Somebody\n// SPDX-License-Identifier: AGPL-3.0-or-later\n'

describe('unlicensed', () => {
	it('accepts a file with both lines at its head', () => {
		expect(unlicensed(['a.ts'], () => good, () => false)).toEqual([])
	})
	it('reports a missing line, and lines that stand too far down', () => {
		expect(unlicensed(['a.ts'], () => good.split('\n')[0]!, () => false)).toEqual(['a.ts'])
		expect(unlicensed(['a.php'], () => ' '.repeat(2000) + good, () => false)).toEqual(['a.php'])
	})
	it('asks REUSE.toml about files that cannot carry a comment', () => {
		const covered = coverage('path = ["**.json", "LICENSE", "docs/*.md"]')
		expect(unlicensed(['a/b.json', 'LICENSE', 'docs/x.md', 'docs/y/x.md', 'photo.webp'], () => '', covered)).toEqual(['docs/y/x.md', 'photo.webp'])
	})
})
