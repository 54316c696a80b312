// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Who answered what, through the screen. */

import type { MemberStatus, Version } from '../../../contract.ts'
import type { ListedVersion } from '../../api/versions.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { saveFile } from '@ensemble/shared/screen/saveFile'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import StatusSection from './StatusSection.vue'
import { fetchExport, fetchStatus, remind, verify } from '../../api/status.ts'
import { fetchVersions } from '../../api/versions.ts'

vi.mock('../../api/status.ts')
vi.mock('../../api/versions.ts')
vi.mock('@ensemble/shared/screen/saveFile')

const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 2,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: 'But' }, en: { title: 'Charter', summary: ['One.'], body: 'Aim' } },
	hashes: {},
	publishedAt: Date.UTC(2026, 10, 2, 12) / 1000,
	kind: 'substantive',
	mode: 'require',
	deadline: Date.UTC(2026, 10, 16, 12) / 1000,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 3,
}
const hostVersion: Version = { ...version, id: 9, owner: 'host', ownerName: 'Libre Toit', number: 1, texts: { fr: { title: 'Promesse', summary: ['Sûr.'], body: 'Oui' } } }
const listed: ListedVersion = { id: 3, owner: 'association', ownerName: '', inForce: true, number: 2, title: 'Charte', publishedAt: 1, accepted: 0, declined: 0 }
const listedHost: ListedVersion = { ...listed, id: 9, owner: 'host', ownerName: 'Libre Toit', number: 1, title: 'Promesse' }
const now = () => Math.floor(Date.now() / 1000)
const member = (account: string, name: string, standing: MemberStatus['standing'], more: Partial<MemberStatus> = {}): MemberStatus => ({ account, name, standing, at: null, language: null, reason: '', remindedAt: null, ...more })
const members = [
	member('maelle', 'Maëlle', 'accepted', { at: Date.UTC(2026, 10, 3, 12) / 1000, language: 'fr' }),
	member('denis', 'Denis', 'declined', { at: Date.UTC(2026, 10, 4, 12) / 1000, language: 'en', reason: '=Too long.' }),
	member('ines', 'Inès', 'overdue'),
	member('jules', 'Jules', 'overdue', { remindedAt: now() - 3600 }),
]
const status = { version, counts: { accepted: 1, declined: 1, waiting: 0, overdue: 2 }, members }

beforeEach(() => {
	document.documentElement.lang = 'en'
	vi.mocked(fetchStatus).mockReset().mockResolvedValue(status)
	vi.mocked(fetchVersions).mockReset().mockResolvedValue([listed])
	vi.mocked(remind).mockReset().mockResolvedValue({ sent: 1, skipped: 0 })
	vi.mocked(verify).mockReset()
	vi.mocked(fetchExport).mockReset()
	vi.mocked(saveFile).mockReset()
})
afterEach(cleanup)

const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }))
const names = () => screen.queryAllByRole('rowheader').filter((cell) => cell.closest('.status-table')).map((cell) => cell.firstChild?.textContent?.trim())
const row = (name: RegExp) => within(screen.getByRole('table', { name: 'Who answered what' })).getByRole('rowheader', { name }).closest('tr')!

describe('the counts', () => {
	it('are a picture and a table', async () => {
		render(StatusSection)
		expect(await screen.findByRole('heading', { name: '2. Charter' })).toBeTruthy()
		expect(screen.getByText(/Answers are expected by 16 November 2026|November 16, 2026/)).toBeTruthy()
		expect(screen.getByRole('img', { name: /^What members answered\. Accepted 1 \(25%\), Declined 1 \(25%\), Overdue 2 \(50%\), Not yet 0/ })).toBeTruthy()
	})

	it('are none before a charter is published', async () => {
		vi.mocked(fetchStatus).mockResolvedValue({ version: null, counts: { accepted: 0, declined: 0, waiting: 0, overdue: 0 }, members: [] })
		const { emitted } = render(StatusSection)
		await press('Write a charter')
		expect(emitted('write')).toHaveLength(1)
		expect(screen.queryByRole('table')).toBeNull()
	})

	it('that cannot be loaded are tried again', async () => {
		vi.mocked(fetchStatus).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.'))
		render(StatusSection)
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
		await press('Try again')
		expect(await screen.findByRole('heading', { name: '2. Charter' })).toBeTruthy()
	})
})

describe('the host\'s charter', () => {
	const choice = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name })

	it('is no matter where there is none in force', async () => {
		vi.mocked(fetchVersions).mockResolvedValue([listed, { ...listedHost, inForce: false }])
		render(StatusSection)
		await screen.findByRole('heading', { name: '2. Charter' })
		expect(screen.queryByRole('radio')).toBeNull()
		expect(fetchStatus).toHaveBeenCalledExactlyOnceWith('association')
	})

	it('has answers of its own, reminders, and a list to save', async () => {
		vi.mocked(fetchVersions).mockResolvedValue([listed, listedHost])
		vi.mocked(fetchStatus).mockImplementation(async (owner) => owner === 'host' ? { ...status, version: hostVersion, members: members.slice(2) } : status)
		render(StatusSection)
		expect((await choice('Your association')).checked).toBe(true)
		await userEvent.click(await choice('Libre Toit'))
		expect(await screen.findByRole('heading', { name: '1. Promesse' })).toBeTruthy()
		expect(screen.getByText(/^It comes from Libre Toit, who runs this space\./)).toBeTruthy()
		expect(screen.queryByRole('heading', { name: '2. Charter' })).toBeNull()
		await press('Remind Inès')
		expect(remind).toHaveBeenLastCalledWith(9, ['ines'])
		await press('Save the list as a table (CSV)')
		expect(vi.mocked(saveFile).mock.lastCall![0]).toMatch(/^host-charter-answers-/)
		await userEvent.click(await choice('Your association'))
		expect(await screen.findByRole('heading', { name: '2. Charter' })).toBeTruthy()
	})

	it('may be withdrawn while somebody looks at it', async () => {
		vi.mocked(fetchVersions).mockResolvedValue([listed, listedHost])
		vi.mocked(fetchStatus).mockImplementation(async (owner) => owner === 'host' ? { version: null, counts: status.counts, members: [] } : status)
		render(StatusSection)
		await userEvent.click(await choice('Libre Toit'))
		expect(await screen.findByText(/^This charter is no longer in force/)).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Write a charter' })).toBeNull()
	})

	it('does not hold up the answers to the association\'s when it cannot be looked up', async () => {
		vi.mocked(fetchVersions).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.')).mockResolvedValue([listed, listedHost])
		render(StatusSection)
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
		expect(await screen.findByRole('heading', { name: '2. Charter' })).toBeTruthy()
		await press('Try again')
		expect(await choice('Libre Toit')).toBeTruthy()
	})
})

describe('the list', () => {
	it('says answer, date, language, reason', async () => {
		render(StatusSection)
		await screen.findByRole('table', { name: 'Who answered what' })
		expect(within(row(/^Denis/)).getAllByRole('cell').map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim())).toEqual(['Declined', expect.stringMatching(/November.*English/), '=Too long.', ''])
	})

	it('is filtered by answer and by name, and says how many are left', async () => {
		render(StatusSection)
		await press('Overdue (2)')
		expect(names()).toEqual(['Inès', 'Jules'])
		expect(screen.getByText('2 people are listed.').getAttribute('role')).toBe('status')
		await userEvent.type(screen.getByRole('searchbox', { name: 'Search by name' }), 'INES')
		expect(names()).toEqual(['Inès'])
		expect(screen.getByText('One person is listed.')).toBeTruthy()
		await press('Accepted (1)')
		expect(screen.getByText('Nobody is listed here.')).toBeTruthy()
	})

	it('of 5,000 is shown by the hundred', async () => {
		const many = Array.from({ length: 5000 }, (_, index) => member(`u${index}`, `Member ${index}`, 'waiting'))
		vi.mocked(fetchStatus).mockResolvedValue({ ...status, counts: { accepted: 0, declined: 0, waiting: 5000, overdue: 0 }, members: many })
		render(StatusSection)
		expect(await screen.findByText(/This is page 1 of 50\./)).toBeTruthy()
		expect(names()).toHaveLength(100)
		await press('Next page')
		expect(names()[0]).toBe('Member 100')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Page/ }), '50')
		expect(names().at(-1)).toBe('Member 4999')
		expect(screen.getByRole('button', { name: 'Next page' }).getAttribute('aria-disabled')).toBe('true')
		await press('Next page')
		expect(names().at(-1)).toBe('Member 4999')
		await userEvent.type(screen.getByRole('searchbox', { name: 'Search by name' }), 'Member 123')
		expect(names()).toHaveLength(11)
		expect(screen.queryByRole('navigation')).toBeNull()
	}, 60_000)
})

describe('reminders', () => {
	it('go to one member, not twice within a day', async () => {
		vi.mocked(fetchStatus).mockResolvedValueOnce(status).mockResolvedValue({ ...status, members: members.map((one) => ({ ...one, remindedAt: now() })) })
		render(StatusSection)
		await press('Remind Inès')
		expect(remind).toHaveBeenCalledExactlyOnceWith(3, ['ines'])
		expect((await screen.findByText('Inès was reminded.')).getAttribute('role')).toBe('status')
		await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByText('Inès was reminded.')))
		expect(fetchStatus).toHaveBeenCalledTimes(2)
		expect(screen.queryByRole('button', { name: 'Remind Jules' })).toBeNull()
		expect(within(row(/^Jules/)).getByText(/^reminded on/)).toBeTruthy()
	})

	it('that reach nobody say why', async () => {
		vi.mocked(remind).mockResolvedValue({ sent: 0, skipped: 1 })
		render(StatusSection)
		await press('Remind Inès')
		expect(await screen.findByText(/^Inès was not reminded:/)).toBeTruthy()
	})

	it('go to all who have not answered, after a question', async () => {
		vi.mocked(remind).mockResolvedValue({ sent: 1, skipped: 1 })
		render(StatusSection)
		await press('Remind all who have not answered')
		const dialog = within(await screen.findByRole('dialog'))
		expect(dialog.getByText(/^2 people have not answered yet\./)).toBeTruthy()
		expect(remind).not.toHaveBeenCalled()
		await userEvent.click(dialog.getByText('Remind them'))
		expect(vi.mocked(remind).mock.lastCall).toEqual([3, []])
		expect(await screen.findByText('One person was reminded. One was left out, because there was a reminder within the last day or an answer came in.')).toBeTruthy()
	})

	it('that fail are said', async () => {
		vi.mocked(remind).mockRejectedValue(new OcsError('replaced', 'The charter has been replaced.', 409))
		render(StatusSection)
		await press('Remind Inès')
		expect((await screen.findByRole('alert')).textContent).toContain('has been replaced')
	})

	it('are not offered where all have answered', async () => {
		vi.mocked(fetchStatus).mockResolvedValue({ ...status, counts: { accepted: 1, declined: 1, waiting: 0, overdue: 0 }, members: members.slice(0, 2) })
		render(StatusSection)
		await screen.findByRole('table', { name: 'Who answered what' })
		expect(screen.queryByRole('button', { name: /^Remind/ })).toBeNull()
	})
})

describe('evidence', () => {
	it('is a table of all members, safe for spreadsheets', async () => {
		render(StatusSection)
		await press('Accepted (1)')
		await press('Save the list as a table (CSV)')
		const [name, type, content] = vi.mocked(saveFile).mock.lastCall!
		expect(name).toMatch(/^charter-answers-\d{4}-\d\d-\d\d\.csv$/)
		expect(type).toMatch(/^text\/csv/)
		expect(content.split('\r\n')).toHaveLength(6)
		expect(content).toContain('"Declined"')
		expect(content).toContain('"\'=Too long."')
		expect(await screen.findByText('The list was saved as a file.')).toBeTruthy()
	})

	it('is an export of everything', async () => {
		const whole = { format: 'ensemble-charter-export 1', exportedAt: 1, versions: [version], answers: [] } as const
		vi.mocked(fetchExport).mockResolvedValue({ ...whole, versions: [version], answers: [] })
		render(StatusSection)
		await press('Save everything as evidence (JSON)')
		await vi.waitFor(() => expect(saveFile).toHaveBeenCalled())
		const [name, type, content] = vi.mocked(saveFile).mock.lastCall!
		expect(name).toMatch(/^charter-export-.*\.json$/)
		expect(type).toBe('application/json')
		expect(JSON.parse(content)).toEqual(whole)
	})

	it.each([
		[{ valid: true, answers: 7, broken: null, head: 'ab'.repeat(32) }, /^All 7 answers and all texts are as they were given/],
		[{ valid: true, answers: 1, broken: null, head: 'ab'.repeat(32) }, /^The one answer and all texts/],
		[{ valid: true, answers: 0, broken: null, head: '0'.repeat(64) }, /^There are no answers to check yet/],
		[{ valid: false, answers: 7, broken: 4, head: 'ab'.repeat(32) }, /^Answer number 4 does not fit/],
		[{ valid: false, answers: 7, broken: null, head: 'ab'.repeat(32) }, /a published text is no longer what it was/],
	])('is checked: %j', async (result, words) => {
		vi.mocked(verify).mockResolvedValue(result)
		render(StatusSection)
		await press('Check the answers')
		expect(await screen.findByText(words)).toBeTruthy()
		expect(screen.queryByText(result.head) !== null).toBe(result.valid && result.answers > 0)
	})

	it('that cannot be had is said', async () => {
		vi.mocked(verify).mockRejectedValue(new OcsError('network', 'The server cannot be reached.'))
		render(StatusSection)
		await press('Check the answers')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	})
})
