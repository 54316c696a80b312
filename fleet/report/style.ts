// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The looks of a report: light and dark, from 320 px, on paper too. */

/** CSS, inside the page. */
export const STYLE = `
:root {
	color-scheme: light dark;
	--back: #fff; --front: #1a1a1a; --soft: #595959; --edge: #767676; --field: #f4f4f4; --bad: #b00020; --link: #00518f;
	--paint-1: #00679e; --paint-2: #c2410c; --paint-3: #3f6212; --paint-4: #86198f; --paint-5: #57534e; --paint-6: #9f1239;
}
@media (prefers-color-scheme: dark) {
	:root {
		--back: #171717; --front: #ebebeb; --soft: #b0b0b0; --edge: #8a8a8a; --field: #242424; --bad: #ff8a80; --link: #7cc4ff;
		--paint-1: #5fb3e8; --paint-2: #fb923c; --paint-3: #a3e635; --paint-4: #e879f9; --paint-5: #a8a29e; --paint-6: #fb7185;
	}
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--front); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin-block: 2.5rem .5rem; }
.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: .75rem; margin: 1.5rem 0; }
.key div { background: var(--field); border-radius: .75rem; padding: .75rem 1rem; }
.key dt { color: var(--soft); }
.key dd { margin: 0; }
.key b { display: block; font-size: 1.75rem; line-height: 1.2; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; }
.legend svg { vertical-align: -.15em; }
.bar { margin-block: .5rem; }
.bar p { margin: 0; overflow-wrap: anywhere; }
.bar svg, .histogram { display: block; }
.bar svg { background: var(--field); border-radius: .25rem; }
figure { margin: 1rem 0 0; }
figcaption { color: var(--soft); }
.histogram text { fill: var(--front); font-size: .75rem; }
.histogram line { stroke: var(--edge); }
.gap { fill: var(--back); }
.paint-1 { fill: var(--paint-1); } .paint-2 { fill: var(--paint-2); } .paint-3 { fill: var(--paint-3); }
.paint-4 { fill: var(--paint-4); } .paint-5 { fill: var(--paint-5); } .paint-6 { fill: var(--paint-6); }
details { margin-block: .75rem; }
summary { cursor: pointer; color: var(--link); padding-block: .5rem; }
summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; margin-block: .75rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); padding-block-end: .25rem; }
th, td { border-block-end: 1px solid var(--edge); padding: .35rem .75rem .35rem 0; text-align: start; font-weight: normal; vertical-align: top; }
thead th { font-weight: bold; }
.number { text-align: end; white-space: nowrap; }
.bad { color: var(--bad); }
@media print { details:not([open]) { display: none; } section { break-inside: avoid; } }
`
