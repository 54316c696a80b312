// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the demo association, English. */

import type { CharterText } from '@ensemble/charter/contract'

export const charterEnglish: CharterText = {
	title: 'Charter of Graines et Tournevis',
	summary: [
		'We decide together: one person, one voice, and nobody makes a profit out of us.',
		'We take care of people and of their data: everybody is welcome, and what is entrusted to us stays with us.',
		'We repair, share and use little, with free tools that we can understand and leave.',
	],
	body: `Graines et Tournevis, "seeds and screwdrivers", brings together shared gardens and a repair workshop in Valcombe. This charter says what matters to us. It has eight points, and it holds in the garden, in the workshop and in our online space alike.

## Not for profit

The association's money serves its activities and nothing else. Nobody receives a share of it. The accounts are open: every member may read them and ask questions at any time.

## One person, one voice

Important decisions are taken at the general meeting, where each member has one vote, however long they have been with us, however old they are and whatever they pay. We look for everybody's agreement first; we only vote when talking is not enough. Duties rotate: nobody is irreplaceable, and everybody can learn.

## Free software

We choose software that anybody may study, change and share. We prefer open formats, so that our documents can still be read in twenty years and we can change tools without losing anything.

## Care for personal data

We only ask for what we really need to know, and we delete it when it is of no more use. We do not sell it, nor give it to anyone. Nobody's photo or address is published without their consent. Every member may ask what the association knows about them, and have it corrected.

## A welcome for everybody, and no harassment

Every person is welcome, with their body, age, gender, origins, beliefs, accent and means. We accept no mockery, insult, pressure or harassment, neither face to face nor in writing. Whoever suffers or witnesses it can speak to two trusted people, elected every year; they listen, keep it to themselves if asked to, and act.

## Mutual help

People come with a question as much as with a skill. In the workshop, we repair *with* the person, not in their place. In the garden, the tools, the seeds and the harvest of the common plot are shared. Help is a gift, not a debt.

## Using little

Repairing comes before buying, borrowing before owning. We save water, energy and journeys. Online too: we send a link rather than an attachment, keep what is useful and throw the rest away, for every file that is stored costs something to the planet and to those who host us.

## Independence

We gladly accept help from the town, from foundations or from local businesses, as long as it does not dictate our choices. We campaign for no party, and we do not lend our name to advertising.

## Keeping this charter alive

This charter is read again every year at the general meeting. Anybody may propose to change a word of it. To answer "I decline" excludes nobody: it is the beginning of a conversation, and we want to hear it.
`,
}
