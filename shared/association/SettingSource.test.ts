// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Where a setting comes from, in words. */

import type { Source } from '../contract/settings.ts'

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it } from 'vitest'
import SettingSource from './SettingSource.vue'

afterEach(cleanup)

const t = (text: string, vars: Record<string, number | string> = {}) => text.replace('{setting}', String(vars.setting))

function show(source: Source) {
	return render(SettingSource, { props: { source, t, setting: 'Days', id: 'days-source' } })
}

it.each([
	['locked', /your host has set this for all spaces/i],
	['fleet', /default of your host/],
	['space', /your own choice/],
	['built-in', /^This is the default\.$/],
] as const)('says where %s comes from', (source, sentence) => {
	show(source)
	expect(screen.getByText(sentence).id).toBe('days-source')
	expect(screen.queryAllByRole('button')).toHaveLength(source === 'space' ? 1 : 0)
})

it('goes back to the default', async () => {
	const { emitted } = show('space')
	await userEvent.click(screen.getByRole('button', { name: 'Back to the default: Days' }))
	expect(emitted('reset')).toHaveLength(1)
})
