// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Saving while one writes: never twice at a time, never over a colleague, never silently not at all. */

import type { StoredDraft } from '../../api/draft.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { cleanup, render } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { fetchDraft, saveDraft } from '../../api/draft.ts'
import { PAUSE, RETRY, useDraft } from './useDraft.ts'

vi.mock('../../api/draft.ts')

const text = (title: string) => ({ title, summary: ['s'], body: 'b' })
const draft = (title: string) => ({ defaultLanguage: 'fr', texts: { fr: text(title) } })
const stored = (revision: number, title: string | null, savedBy = ''): StoredDraft => ({ revision, draft: title === null ? null : draft(title), savedAt: title === null ? null : 1000, savedBy })
const changed = new OcsError('draft_changed', 'Somebody else has changed the draft.', 409, 'revision')

/** The server, as honest as the contract. */
let server: StoredDraft

beforeEach(() => {
	vi.useFakeTimers()
	server = stored(3, 'a', 'Maëlle')
	vi.mocked(fetchDraft).mockReset().mockImplementation(async () => structuredClone(server))
	vi.mocked(saveDraft).mockReset().mockImplementation(async ({ revision, draft: sent }) => {
		if (revision !== server.revision) {
			throw changed
		}
		server = { revision: revision + 1, draft: sent as StoredDraft['draft'], savedAt: sent === null ? null : 2000, savedBy: 'me' }
		return { revision: server.revision, savedAt: server.savedAt }
	})
})
afterEach(() => {
	cleanup()
	vi.useRealTimers()
})

async function begin() {
	let state!: ReturnType<typeof useDraft>
	render(defineComponent({
		setup() {
			state = useDraft()
			return () => null
		},
	}))
	await state.load()
	await nextTick()
	const write = async (title: string) => {
		state.draft.value!.texts.fr!.title = title
		await nextTick()
	}
	return { ...state, write }
}

describe('writing', () => {
	it('is saved after a pause, once', async () => {
		const { write, saving, stored: now } = await begin()
		expect(saving.value).toBe('saved')
		await write('b')
		expect(saving.value).toBe('unsaved')
		await vi.advanceTimersByTimeAsync(PAUSE - 1)
		await write('bc')
		await vi.advanceTimersByTimeAsync(PAUSE - 1)
		expect(saveDraft).not.toHaveBeenCalled()
		await vi.advanceTimersByTimeAsync(1)
		expect(saveDraft).toHaveBeenCalledExactlyOnceWith({ revision: 3, draft: draft('bc') })
		expect(saving.value).toBe('saved')
		expect(now.value).toMatchObject({ revision: 4, savedAt: 2000 })
		await vi.advanceTimersByTimeAsync(10 * PAUSE)
		expect(saveDraft).toHaveBeenCalledTimes(1)
	})

	it('that was taken back needs no saving', async () => {
		const { write, saving } = await begin()
		await write('b')
		await write('a')
		expect(saving.value).toBe('saved')
		await vi.advanceTimersByTimeAsync(2 * PAUSE)
		expect(saveDraft).not.toHaveBeenCalled()
	})

	it('while a save is on its way waits for its turn', async () => {
		const { write, saving } = await begin()
		let answer!: () => void
		vi.mocked(saveDraft).mockImplementationOnce(async () => {
			await new Promise<void>((resolve) => {
				answer = resolve
			})
			server = stored(4, 'b')
			return { revision: 4, savedAt: 2000 }
		})
		await write('b')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(saving.value).toBe('saving')
		await write('c')
		await vi.advanceTimersByTimeAsync(3 * PAUSE)
		expect(saveDraft).toHaveBeenCalledTimes(1)
		answer()
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(saveDraft).toHaveBeenLastCalledWith({ revision: 4, draft: draft('c') })
		expect(saving.value).toBe('saved')
	})

	it('is saved at once where somebody asks for it', async () => {
		const { write, flush } = await begin()
		await write('b')
		expect(await Promise.all([flush(), flush()])).toEqual([true, true])
		expect(saveDraft).toHaveBeenCalledTimes(1)
	})

	it('is saved when somebody turns to another tab', async () => {
		const { write } = await begin()
		await write('b')
		const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
		document.dispatchEvent(new Event('visibilitychange'))
		expect(saveDraft).toHaveBeenCalledTimes(1)
		hidden.mockRestore()
	})
})

describe('a failure', () => {
	it('that may pass is tried again, and nothing is lost', async () => {
		const { write, saving, problem, draft: now } = await begin()
		vi.mocked(saveDraft).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		await write('b')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(saving.value).toBe('failed')
		expect(problem.value?.message).toBe('The server cannot be reached.')
		expect(now.value).toEqual(draft('b'))
		await vi.advanceTimersByTimeAsync(RETRY)
		expect(saving.value).toBe('saved')
		expect(problem.value).toBeNull()
	})

	it('of the text waits until somebody mends it', async () => {
		const { write, saving, problem, flush } = await begin()
		vi.mocked(saveDraft).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too long.', 400, 'draft.texts.fr.title'))
		await write('b')
		expect(await flush()).toBe(false)
		await vi.advanceTimersByTimeAsync(10 * RETRY)
		expect(saveDraft).toHaveBeenCalledTimes(1)
		expect(problem.value?.field).toBe('draft.texts.fr.title')
		await write('c')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(saving.value).toBe('saved')
		expect(problem.value).toBeNull()
	})

	it('to load is said', async () => {
		vi.mocked(fetchDraft).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.'))
		const { loadError, stored: now, load } = await begin()
		expect(loadError.value?.message).toBe('Something went wrong.')
		expect(now.value).toBeNull()
		await load()
		expect(loadError.value).toBeNull()
	})
})

describe('a colleague', () => {
	it('who has written too leads to both texts, and to no save before somebody has chosen', async () => {
		const { write, conflict, draft: now, resolve, saving } = await begin()
		server = stored(4, 'theirs', 'Yves')
		await write('mine')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(conflict.value).toEqual({ base: draft('a'), mine: draft('mine'), theirs: stored(4, 'theirs', 'Yves') })
		expect(now.value).toEqual(draft('mine'))
		await vi.advanceTimersByTimeAsync(10 * RETRY)
		expect(saveDraft).toHaveBeenCalledTimes(1)
		expect(server.draft).toEqual(draft('theirs'))
		await resolve(draft('both'))
		expect(saveDraft).toHaveBeenLastCalledWith({ revision: 4, draft: draft('both') })
		expect(server.draft).toEqual(draft('both'))
		expect(conflict.value).toBeNull()
		expect(saving.value).toBe('saved')
	})

	it('whose text was taken needs no save', async () => {
		const { write, resolve, saving } = await begin()
		server = stored(4, 'theirs')
		await write('mine')
		await vi.advanceTimersByTimeAsync(PAUSE)
		await resolve(draft('theirs'))
		expect(saveDraft).toHaveBeenCalledTimes(1)
		expect(saving.value).toBe('saved')
	})

	it('who writes again while one is choosing leads to the next choice', async () => {
		const { write, conflict, resolve } = await begin()
		server = stored(4, 'theirs')
		await write('mine')
		await vi.advanceTimersByTimeAsync(PAUSE)
		server = stored(5, 'theirs again')
		await resolve(draft('mine'))
		expect(conflict.value).toMatchObject({ base: draft('theirs'), mine: draft('mine'), theirs: { revision: 5 } })
	})

	it('who has written the same is no matter', async () => {
		const { write, conflict, stored: now } = await begin()
		server = stored(4, 'b')
		await write('b')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(conflict.value).toBeNull()
		expect(now.value?.revision).toBe(4)
	})

	it('is not taken for one where only the answer got lost', async () => {
		const { write, conflict } = await begin()
		vi.mocked(saveDraft).mockImplementationOnce(async () => {
			server = stored(4, 'b')
			throw new OcsError('network', 'The server cannot be reached.')
		})
		await write('b')
		await vi.advanceTimersByTimeAsync(PAUSE)
		await write('bc')
		await vi.advanceTimersByTimeAsync(2 * PAUSE)
		expect(conflict.value).toBeNull()
		expect(server).toMatchObject({ revision: 5, draft: draft('bc') })
	})

	it('whose text cannot be read just now is asked for again', async () => {
		const { write, conflict, saving } = await begin()
		server = stored(4, 'theirs')
		vi.mocked(fetchDraft).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		await write('mine')
		await vi.advanceTimersByTimeAsync(PAUSE)
		expect(saving.value).toBe('failed')
		await vi.advanceTimersByTimeAsync(RETRY)
		expect(conflict.value?.theirs.draft).toEqual(draft('theirs'))
	})
})

describe('once published', () => {
	it('the draft is gone, on the server too', async () => {
		const { published, draft: now } = await begin()
		await published()
		expect(now.value).toBeNull()
		expect(server).toMatchObject({ revision: 4, draft: null })
	})

	it('a draft that a colleague has begun meanwhile stays', async () => {
		const { published, draft: now } = await begin()
		server = stored(5, 'new')
		await published()
		expect(saveDraft).not.toHaveBeenCalled()
		expect(now.value).toEqual(draft('new'))
	})
})

it('a draft can be thrown away and another begun', async () => {
	const { replace } = await begin()
	await replace(null)
	expect(server).toMatchObject({ revision: 4, draft: null })
	await replace(draft('new'))
	expect(server).toMatchObject({ revision: 5, draft: draft('new') })
})
