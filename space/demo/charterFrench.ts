// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter of the demo association, French. */

import type { CharterText } from '@ensemble/charter/contract'

export const charterFrench: CharterText = {
	title: 'Charte de Graines et Tournevis',
	summary: [
		'Nous décidons ensemble : une personne, une voix, et personne ne gagne d’argent sur notre dos.',
		'Nous prenons soin des gens et de leurs données : chacun·e est bienvenu·e, et ce qui est confié ici reste ici.',
		'Nous réparons, partageons et restons sobres, avec des outils libres que nous pouvons comprendre et quitter.',
	],
	body: `Graines et Tournevis réunit à Valcombe des jardins partagés et un atelier de réparation. Cette charte dit ce à quoi nous tenons. Elle tient en huit points, et elle vaut au jardin, à l’atelier comme dans notre espace en ligne.

## Sans but lucratif

L’argent de l’association sert à ses activités et à rien d’autre. Personne ne touche de part des bénéfices. Les comptes sont ouverts : chaque membre peut les lire et poser des questions à tout moment.

## Une personne, une voix

Les décisions importantes se prennent en assemblée, où chaque membre a une voix, quels que soient son ancienneté, son âge ou sa cotisation. Nous cherchons d’abord l’accord de tou·tes ; nous ne votons que si la discussion ne suffit pas. Les responsabilités tournent : nul n’est irremplaçable, et chacun·e peut apprendre.

## Des logiciels libres

Nous choisissons des logiciels que l’on peut étudier, modifier et partager. Nous préférons des formats ouverts, pour que nos documents restent lisibles dans vingt ans et que nous puissions changer d’outil sans rien perdre.

## Le soin des données personnelles

Nous ne demandons que les informations dont nous avons vraiment besoin, et nous les effaçons quand elles ne servent plus. Nous ne les vendons pas et ne les donnons à personne. On ne publie pas la photo ou l’adresse de quelqu’un sans son accord. Chaque membre peut demander ce que l’association sait de lui ou d’elle, et le faire corriger.

## L’accueil de chacun·e, sans harcèlement

Toute personne est bienvenue, avec son corps, son âge, son genre, ses origines, ses croyances, son accent et ses moyens. Nous n’acceptons ni moquerie, ni insulte, ni pression, ni harcèlement, en face comme par écrit. Qui en est victime ou témoin peut en parler à deux personnes de confiance, élues chaque année ; elles écoutent, gardent le secret si on le leur demande, et agissent.

## L’entraide

On vient avec une question autant qu’avec un savoir. À l’atelier, on répare *avec* la personne et non à sa place. Au jardin, les outils, les graines et les récoltes de la parcelle commune se partagent. Aider est un cadeau, pas une dette.

## La sobriété

Réparer passe avant acheter, emprunter avant posséder. Nous économisons l’eau, l’énergie et les trajets. En ligne aussi : nous envoyons un lien plutôt qu’une pièce jointe, gardons ce qui est utile et jetons le reste, car chaque fichier stocké a un coût pour la planète et pour qui nous héberge.

## L’indépendance

Nous acceptons volontiers l’aide de la commune, de fondations ou d’entreprises du pays, tant qu’elle ne nous dicte pas nos choix. Nous ne faisons campagne pour aucun parti et ne prêtons pas notre nom à la publicité.

## Faire vivre cette charte

Cette charte est relue chaque année en assemblée. Toute personne peut proposer d’en changer un mot. Répondre « je refuse » n’exclut personne : c’est le début d’une conversation, et nous voulons l’entendre.
`,
}
