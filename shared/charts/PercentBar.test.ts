// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the small bar beside a percentage. */

import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import PercentBar from './PercentBar.vue'

afterEach(cleanup)

describe('PercentBar', () => {
	it.each([[40, '40%'], [0, '0%'], [130, '100%']])('draws %d %% as wide as %s', (percent, width) => {
		const { container } = render(PercentBar, { props: { percent, text: `${percent} %` } })
		expect(screen.getByText(`${percent} %`)).toBeTruthy()
		expect(container.querySelector<HTMLElement>('.percent-bar__fill')?.style.inlineSize).toBe(width)
		expect(container.querySelector('.percent-bar__track')?.getAttribute('aria-hidden')).toBe('true')
	})
})
