// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The entry: nothing without something pending, one request to the queue with it, the dialog when it is its turn. */

import type { PendingCharter } from '../contract.ts'

import { requestAttention } from '@ensemble/shared/attention/queue'
import { userEvent } from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, it, vi } from 'vitest'
import { putOff } from './api/charter.ts'

vi.mock('@ensemble/shared/attention/queue')
vi.mock('./api/charter.ts')

const pending: PendingCharter = {
	association: 'Les Tilleuls',
	owner: 'association',
	ownerName: '',
	version: 3,
	language: 'fr',
	textHash: 'a'.repeat(64),
	title: 'Notre charte',
	summary: ['Un.'],
	languages: ['fr'],
	laterDays: 1,
	canWait: true,
	deadline: null,
	changeNote: '',
	before: null,
	next: null,
}

beforeEach(() => {
	vi.mocked(requestAttention).mockReset()
	vi.mocked(putOff).mockReset().mockResolvedValue()
	vi.resetModules()
	document.body.innerHTML = ''
})

function carry(value: object) {
	document.body.innerHTML += `<input type="hidden" id="initial-state-ensemble_charter-pending" value="${btoa(JSON.stringify(value))}">`
}

it('asks for nothing where nothing is pending', async () => {
	await import('./ask.ts')
	expect(requestAttention).not.toHaveBeenCalled()
})

it('asks for nothing on the page of the charter, where one can answer anyway', async () => {
	carry(pending)
	document.body.innerHTML += '<div id="ensemble_charter-page"></div>'
	await import('./ask.ts')
	expect(requestAttention).not.toHaveBeenCalled()
})

it('opens the dialog when it is its turn, and takes it away again', async () => {
	carry(pending)
	await import('./ask.ts')
	expect(requestAttention).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'charter', rank: 10 }))
	expect(screen.queryByRole('dialog')).toBeNull()
	const before = document.body.childElementCount
	const done = vi.fn()
	await vi.mocked(requestAttention).mock.calls[0]![0].show(done)
	expect(screen.getByRole('dialog', { name: 'Notre charte' })).toBeTruthy()
	await userEvent.click(await screen.findByRole('button', { name: 'Later' }))
	expect(done).toHaveBeenCalledTimes(1)
	expect(screen.queryByRole('dialog')).toBeNull()
	expect(document.body.childElementCount).toBe(before)
})
