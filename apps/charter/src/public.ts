// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The one script of the public page: what stands there as written becomes what its Markdown means. */

import { renderMarkdown } from '@ensemble/shared/markdown/render'

for (const text of document.querySelectorAll<HTMLElement>('[data-markdown]')) {
	// What renderMarkdown gives back is a short list of elements: it may become HTML.
	text.innerHTML = renderMarkdown(text.textContent)
	text.classList.add('text--rendered')
}
