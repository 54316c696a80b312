// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sees what is about to be uploaded, by choosing or by dropping, and leaves it to Nextcloud all the same. */

/**
 * Calls back with the size of what a person adds, before Nextcloud begins to send it.
 *
 * @param adding gets the sum in bytes
 */
export function watchUploads(adding: (bytes: number) => void): void {
	addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement && target.files?.length) {
			adding(sum(target.files))
		}
	}, true)
	addEventListener('drop', async ({ dataTransfer }) => {
		if (!dataTransfer?.files.length) {
			return
		}
		// Both are gone once this function has returned for the first time.
		const files = [...dataTransfer.files]
		const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
		const folders = entries.filter((entry) => entry?.isDirectory)
		// A folder dropped is also among the files, with a size that means nothing.
		const names = new Set(folders.map((entry) => entry?.name))
		let bytes = sum(files.filter(({ name }) => !names.has(name)))
		for (const folder of folders) {
			bytes += await sizeOf(folder)
		}
		adding(bytes)
	}, true)
}

function sum(files: Iterable<File>): number {
	let bytes = 0
	for (const { size } of files) {
		bytes += size
	}
	return bytes
}

/** Bytes in a file or in a whole folder; what cannot be read counts as nothing. */
async function sizeOf(entry: FileSystemEntry | null): Promise<number> {
	if (isFile(entry)) {
		return new Promise((resolve) => entry.file(({ size }) => resolve(size), () => resolve(0)))
	}
	let bytes = 0
	if (isFolder(entry)) {
		const reader = entry.createReader()
		let some: FileSystemEntry[]
		// It gives a hundred at a time.
		do {
			some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])))
			for (const one of some) {
				bytes += await sizeOf(one)
			}
		} while (some.length > 0)
	}
	return bytes
}

function isFile(entry: FileSystemEntry | null): entry is FileSystemFileEntry {
	return entry?.isFile === true
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
	return entry?.isDirectory === true
}
