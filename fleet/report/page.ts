// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The report: one HTML file, no scripts, nothing from elsewhere, light and dark, for eyes and for screen readers. */

import type { Figures } from './figures.ts'
import type { Html } from './html.ts'

import { bytes, html, number, percent, Html as Raw, table } from './html.ts'
import { bar, histogram, inWords, legend, patterns } from './pictures.ts'
import { STYLE } from './style.ts'

const PURPOSES: Readonly<Record<Figures['rollouts'][number]['purpose'], string>> = { rollout: 'Pack', rollback: 'Back to a pack', heal: 'Drift put back', policy: 'Policies' }

/** What kinds of drift mean, for readers who do not know the command. */
const DRIFT_WORDS: Readonly<Record<Figures['drift'][number]['code'], string>> = {
	unreadable: 'could not be read',
	unsettled: 'left between two packs by a roll-out',
	instance: 'another Nextcloud than before',
	pack: 'another pack than they should have',
	overlay: 'right pack, written otherwise',
	version: 'an app at another version',
	off: 'an app is off that was on',
	code: 'code of an app is missing',
	'half-done': 'a switch of packs was not finished',
	policy: 'another policy than the inventory\'s',
	flags: 'app store or web updater is on',
	maintenance: 'in maintenance mode',
	'core-upgrade': 'Nextcloud waits for its own upgrade',
	'debug-log': 'log level left at debug',
}

/**
 * Writes the page.
 *
 * @param figures counts only
 */
export function reportPage(figures: Figures): string {
	const { fleet, at, spaces, hosts, well, seconds } = figures
	const when = `${new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`
	const near = figures.pools.near[0]!
	return `<!DOCTYPE html>
${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${fleet}: state of the fleet</title>
<style>${new Raw(STYLE)}</style>
</head>
<body>
${patterns}
<main>
<h1>${fleet}: state of the fleet</h1>
<p>Looked at on <time datetime="${at}">${when}</time>, in ${number(Math.round(seconds))} seconds. Counts only: no names of spaces or people.</p>
<dl class="key">
${key('Spaces', number(spaces), `on ${number(hosts)} ${hosts === 1 ? 'host' : 'hosts'}`)}
${key('As they should be', percent(well, spaces), `${number(spaces - well)} are not`)}
${figures.pools.known === 0 ? html`` : key(`Pools at ${near.from} % or more`, number(near.spaces), `of ${number(figures.pools.known)} that tell`)}
${figures.charters.known === 0 ? html`` : key('Charter answered', percent(figures.charters.answered, figures.charters.accounts), `${number(figures.charters.answered)} of ${number(figures.charters.accounts)} accounts`)}
</dl>
${versions(figures)}
${drift(figures)}
${pools(figures)}
${charters(figures)}
${rollouts(figures)}
</main>
</body>
</html>`.text}
`
}

function key(name: string, value: string, more: string): Html {
	return html`<div><dt>${name}</dt><dd><b>${value}</b> ${more}</dd></div>`
}

/** The numbers behind a picture. */
function behind(...tables: readonly Html[]): Html {
	return html`<details><summary>The numbers as a table</summary>${tables}</details>`
}

function versions({ packs, versions: rows, servers, spaces }: Figures): Html {
	const total = packs.map((_, index) => rows.reduce((sum, { counts }) => sum + counts[index]!, 0))
	return html`<section aria-labelledby="versions"><h2 id="versions">Packs</h2>
${legend(packs, total)}
${rows.map(({ host, spaces: all, counts }) => bar(`${host}: ${number(all)}`, counts, `${host}: ${packs.flatMap((name, index) => counts[index] === 0 ? [] : [`pack ${name}: ${number(counts[index]!)} spaces`]).join(', ')}`))}
${behind(table('Spaces by host and pack', ['Host', ...packs, 'All'], rows.map(({ host, counts, spaces: all }) => [host, ...counts, all])), table('Spaces by Nextcloud\'s version', ['Nextcloud', 'Spaces', 'Share'], servers.map((server) => [server.server, server.spaces, percent(server.spaces, spaces)])))}
</section>`
}

function drift({ drift: kinds, spaces, well, files }: Figures): Html {
	const bad = files.filter(({ error }) => error !== null)
	return html`<section aria-labelledby="drift"><h2 id="drift">Drift</h2>
<p>${number(well)} of ${number(spaces)} spaces are as the last roll-out and the inventory want them.</p>
${kinds.map(({ code, spaces: count }) => bar(`${big(DRIFT_WORDS[code])}: ${number(count)}`, { part: count, whole: spaces }, `${number(count)} of ${number(spaces)} spaces: ${DRIFT_WORDS[code]}`))}
${bad.map(({ host, error }) => html`<p class="bad"><strong>${host}:</strong> ${error ?? ''}</p>`)}
${behind(table('Spaces by kind of difference', ['Difference', 'Spaces', 'Put back by'], kinds.map(({ code, spaces: count, healed }) => [big(DRIFT_WORDS[code]), count, healed ? '“ensemble heal”' : 'a person'])), ...files.length === 0 ? [] : [table('Files of packs on hosts', ['Host', 'Pack', 'Files'], files.map(({ host, pack, error }) => [host, pack, error ?? 'as signed']))])}
</section>`
}

function pools({ pools: { known, columns, beyond, used, total, near } }: Figures): Html {
	if (known === 0) {
		return html``
	}
	return html`<section aria-labelledby="pools"><h2 id="pools">Pools</h2>
<p>${bytes(used)} of ${bytes(total)} are used (${percent(used, total)}). ${near.map(({ from, spaces }, index) => index === 0 ? `${number(spaces)} of ${number(known)} pools are at ${from} % or more` : `${number(spaces)} at ${from} %`).join(', ')}${beyond === 0 ? '' : `, ${number(beyond)} over 100 %`}.</p>
<figure>${histogram(columns, 8, inWords('Pools by how full they are', columns))}<figcaption>Pools by how full they are: “80” is 80 to 90 %. Striped: nearly full.</figcaption></figure>
${behind(shareTable('Pools by how full they are', 'Full', columns, beyond, known))}
</section>`
}

function charters({ charters: { known, columns, beyond, accounts, answered } }: Figures): Html {
	if (known === 0) {
		return html``
	}
	return html`<section aria-labelledby="charters"><h2 id="charters">Charters</h2>
<p>${number(answered)} of ${number(accounts)} accounts have answered (${percent(answered, accounts)}), in ${number(known)} spaces with the charter.</p>
<figure>${histogram(columns, 10, inWords('Spaces by the share of accounts that have answered', columns))}<figcaption>Spaces by the share of accounts that have answered: “50” is 50 to 60 %.</figcaption></figure>
${behind(shareTable('Spaces by the share of accounts that have answered', 'Answered', columns, beyond, known))}
</section>`
}

/** First letter big. */
function big(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function shareTable(caption: string, head: string, columns: readonly number[], beyond: number, known: number): Html {
	return table(caption, [head, 'Spaces', 'Share'], [...columns.map((count, index): [string, number, string] => [`${index * 10} to ${index * 10 + 10} %`, count, percent(count, known)]), ...beyond === 0 ? [] : [['over 100 %', beyond, percent(beyond, known)] as [string, number, string]]])
}

function rollouts({ rollouts: list }: Figures): Html {
	return list.length === 0
		? html``
		: html`<section aria-labelledby="rollouts"><h2 id="rollouts">Roll-outs</h2>
${table('The newest roll-outs', ['Begun', 'What', 'Pack', 'State', 'Spaces', 'Done', 'Put back', 'Stuck'], list.map(({ startedAt, purpose, pack, status, spaces, done, back, stuck }) => [startedAt?.slice(0, 16).replace('T', ' ') ?? 'not begun', PURPOSES[purpose], pack, status, spaces, done, back, stuck]))}
</section>`
}
