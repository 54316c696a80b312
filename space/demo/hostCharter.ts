// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the invented non-profit that hosts the demo association's space, as its fleet policy has it. */

import type { HostPolicy } from '@ensemble/charter/contract'

/** Asks everybody, for as long as they like; a space may switch it off. */
export const hostCharter: NonNullable<HostPolicy['charter']> = {
	name: 'Les Hébergeuses solidaires',
	defaultLanguage: 'fr',
	kind: 'substantive',
	mode: 'ask',
	deadlineDays: null,
	changeNote: {},
	texts: {
		fr: {
			title: 'Charte des Hébergeuses solidaires',
			summary: [
				'Nous hébergeons votre espace sans publicité, et nous ne vendons rien de ce que vous y mettez.',
				'Nous gardons des copies de secours, nous vous aidons, et nous vous prévenons longtemps avant d’arrêter.',
				'Nous vous demandons du respect, et de ne garder ici que ce qui vous est utile.',
			],
			body: `Les Hébergeuses solidaires sont une association. Nous prêtons des espaces comme celui-ci à d’autres associations, gratuitement : des dons et des adhésions paient les machines.

## Ce que nous promettons

- **Pas de publicité.** Il n’y en a pas, et il n’y en aura pas. Personne ne vous suit à la trace.
- **Rien n’est vendu.** Vos fichiers, vos adresses et vos habitudes ne sont ni à vendre ni à louer. Nous ne les regardons pas ; si une panne nous y oblige, nous vous le disons.
- **Des copies de secours.** Chaque nuit, une copie part dans un autre bâtiment. Elle est gardée trente jours.
- **De l’aide.** Vous nous écrivez, une personne vous répond, le plus souvent dans les deux jours ouvrés.
- **Un préavis.** Si nous devions arrêter, vous le sauriez six mois avant, et vous partiriez avec toutes vos données.

## Ce que nous demandons

- **Du respect**, entre vous comme avec nous. Ni harcèlement, ni haine, ni tromperie.
- **De la mesure.** L’espace est partagé : gardez ce qui est utile, jetez le reste, et dites-nous si vous êtes à l’étroit.
- **De la prudence.** Un mot de passe à vous, et un mot à nous si quelque chose vous paraît bizarre.

## Répondre

Vous êtes libre d’accepter ou de refuser, et de changer d’avis. Refuser ne ferme aucun compte : nous en parlerons avec votre association.
`,
		},
		en: {
			title: 'Charter of Les Hébergeuses solidaires',
			summary: [
				'We host your space without advertising, and we sell nothing of what you put into it.',
				'We keep backups, we help you, and we tell you long before we stop.',
				'We ask for respect, and that you keep here only what is of use to you.',
			],
			body: `Les Hébergeuses solidaires, "hosts in solidarity", is an association. We lend spaces like this one to other associations, free of charge: gifts and membership fees pay for the machines.

## What we promise

- **No advertising.** There is none, and there will be none. Nobody follows your steps.
- **Nothing is sold.** Your files, addresses and habits are neither for sale nor for rent. We do not look at them; should a breakdown force us to, we tell you.
- **Backups.** Every night a copy goes to another building. It is kept for thirty days.
- **Help.** You write to us and a person answers, mostly within two working days.
- **Notice.** If we had to stop, you would know six months before, and you would leave with all your data.

## What we ask

- **Respect**, among yourselves and with us. No harassment, no hatred, no fraud.
- **Moderation.** The storage is shared: keep what is useful, throw the rest away, and tell us when you are short of room.
- **Care.** A password of your own, and a word to us when something looks odd.

## Your answer

You are free to accept or to decline, and to change your mind. Declining closes no account: we will talk about it with your association.
`,
		},
	},
}
