// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that what is about to be uploaded is seen, also in folders, and left alone. */

import { expect, it, vi } from 'vitest'
import { watchUploads } from './uploads.ts'

const adding = vi.fn()
watchUploads(adding)

const file = (name: string, size: number) => new File(['x'.repeat(size)], name)

it('adds up the files that are chosen', () => {
	const input = document.createElement('input')
	input.type = 'file'
	document.body.append(input)
	vi.spyOn(input, 'files', 'get').mockReturnValue([file('a', 3), file('b', 4)] as never)
	const change = new Event('change', { bubbles: true, cancelable: true })
	input.dispatchEvent(change)
	expect(adding).toHaveBeenLastCalledWith(7)
	expect(change.defaultPrevented).toBe(false)
})

it('does not mind other fields', () => {
	adding.mockReset()
	const input = document.createElement('input')
	document.body.append(input)
	input.dispatchEvent(new Event('change', { bubbles: true }))
	expect(adding).not.toHaveBeenCalled()
})

/** Lets go of something over the page. */
function drop(files: File[], entries: unknown[]) {
	const event = new Event('drop', { bubbles: true, cancelable: true })
	Object.assign(event, { dataTransfer: { files, items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) } })
	document.body.dispatchEvent(event)
	return event
}

const fileEntry = (name: string, size: number) => ({ name, isFile: true, isDirectory: false, file: (give: (file: File) => void) => give(file(name, size)) })
/** A folder that gives its content two at a time, as browsers give a hundred. */
function folderEntry(name: string, content: object[]) {
	return {
		name,
		isFile: false,
		isDirectory: true,
		createReader() {
			const left = [...content]
			return { readEntries: (give: (some: object[]) => void) => give(left.splice(0, 2)) }
		},
	}
}

it('adds up what is dropped, with all that is in folders', async () => {
	adding.mockReset()
	const deep = folderEntry('Photos', [fileEntry('a', 1), fileEntry('b', 2), folderEntry('2024', [fileEntry('c', 4)])])
	// A browser lists the folder among the files too.
	const event = drop([file('d', 8), file('Photos', 5)], [fileEntry('d', 8), deep])
	await vi.waitFor(() => expect(adding).toHaveBeenCalledExactlyOnceWith(15))
	expect(event.defaultPrevented).toBe(false)
})

it('counts what cannot be read as nothing', async () => {
	adding.mockReset()
	const broken = { name: 'Locked', isFile: false, isDirectory: true, createReader: () => ({ readEntries: (_: unknown, fail: () => void) => fail() }) }
	drop([file('a', 3), file('Locked', 9)], [fileEntry('a', 3), broken])
	await vi.waitFor(() => expect(adding).toHaveBeenCalledExactlyOnceWith(3))
})

it('does not mind text that is dropped', () => {
	adding.mockReset()
	drop([], [null])
	expect(adding).not.toHaveBeenCalled()
})
