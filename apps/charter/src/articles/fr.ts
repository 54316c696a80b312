// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The ready articles, French: inclusive, and as simple as the English ones. */

import type { Article } from './ready.ts'

export const articles: Article[] = [
	{
		id: 'not-for-profit',
		title: 'Sans but lucratif',
		sentence: 'Notre argent sert à ce que nous faisons ensemble ; personne ne s’enrichit avec.',
		paragraph: 'L’argent de l’association sert à ses activités et à rien d’autre. Ce qui reste à la fin de l’année reste dans l’association, pour l’année suivante. Personne n’en touche une part, ni les membres, ni les personnes qui la dirigent. Qui avance de l’argent pour l’association est remboursé·e de ses frais, sur justificatif. Si l’association emploie quelqu’un, la rémunération est décidée par les personnes élues pour cela, et chaque membre peut savoir comment elle est calculée.',
	},
	{
		id: 'one-person-one-voice',
		title: 'Une personne, une voix',
		sentence: 'Nous décidons ensemble : chaque membre a une voix, et toutes les voix se valent.',
		paragraph: 'Les décisions importantes sont prises par l’ensemble des membres, en assemblée ou par un vote ouvert à tout le monde. Chaque membre a une voix, quels que soient son âge, sa cotisation ou son ancienneté. Les questions à trancher sont envoyées à l’avance, avec des mots que tout le monde comprend. Nous cherchons d’abord un accord, et nous votons quand la discussion ne suffit pas. Les responsabilités sont confiées pour une durée limitée et elles tournent, pour que personne ne devienne irremplaçable et que chacun·e puisse apprendre.',
	},
	{
		id: 'free-software',
		title: 'Logiciels libres et formats ouverts',
		sentence: 'Nous préférons les logiciels libres, que tout le monde peut utiliser, étudier, partager et améliorer.',
		paragraph: 'Pour nos activités, nous choisissons des logiciels libres chaque fois qu’ils répondent à nos besoins : tout le monde peut les utiliser, voir comment ils fonctionnent, les partager et les améliorer. Nous gardons nos documents dans des formats ouverts, pour qu’ils restent lisibles dans vingt ans et que nous puissions changer d’outil sans rien perdre. Personne n’est obligé d’ouvrir un compte auprès d’une entreprise pour participer. Quand nous utilisons encore un outil qui n’est pas libre, nous le disons, et nous cherchons régulièrement à le remplacer. Les personnes qui savent aident celles qui apprennent.',
	},
	{
		id: 'personal-data',
		title: 'Le soin des données personnelles',
		sentence: 'Nous ne demandons que ce que nous avons besoin de savoir, nous le protégeons, et nous ne le donnons à personne.',
		paragraph: 'Nous ne demandons que les informations dont l’association a vraiment besoin, et nous disons à quoi elles servent. Seules les personnes qui en ont besoin pour leur mission peuvent les voir. Nous ne les vendons pas, ne les prêtons pas et ne les donnons à personne, sauf si la loi nous y oblige. Nous les effaçons quand elles ne servent plus. On ne transmet ni ne publie la photo, l’adresse ou le téléphone de quelqu’un sans son accord. Chaque personne peut demander à tout moment ce que nous savons d’elle, le faire corriger ou le faire effacer. Si un incident touche ces données, nous prévenons sans tarder les personnes concernées.',
	},
	{
		id: 'inclusion',
		title: 'L’accueil de chacun·e, sans harcèlement',
		sentence: 'Chaque personne est bienvenue telle qu’elle est ; nous n’acceptons ni insulte ni harcèlement, de qui que ce soit.',
		paragraph: 'Chaque personne est bienvenue ici avec son corps, son âge, son genre, ses origines, sa langue, ses croyances, ses amours, sa santé et ses moyens. Nous nous parlons avec respect, en face comme par écrit. Les insultes, les moqueries, les pressions, les avances non désirées et le harcèlement n’ont pas leur place chez nous, d’où qu’ils viennent ; « c’était pour rire » n’excuse rien. Qui en est victime ou témoin peut en parler aux personnes de confiance désignées par l’association. Elles écoutent, croient, gardent le secret si on le leur demande, et agissent. Nous regardons aussi nos lieux, nos horaires et nos tarifs : tout le monde peut-il vraiment venir ?',
	},
	{
		id: 'mutual-help',
		title: 'L’entraide',
		sentence: 'Nous nous entraidons : une question est aussi bienvenue qu’une réponse.',
		paragraph: 'Chacun·e arrive avec des choses à transmettre et des choses à apprendre. Nous posons nos questions sans honte et nous expliquons sans en faire trop. Nous faisons avec les personnes et non à leur place, pour que chacune puisse se débrouiller la fois suivante. Les outils, les lieux et les savoirs de l’association se partagent, et se rendent en bon état. Aider est un cadeau, pas une dette : personne n’a à le mériter. Et qui a trop à faire peut le dire ; nous répartissons alors le travail autrement.',
	},
	{
		id: 'sobriety',
		title: 'La sobriété',
		sentence: 'Nous restons sobres : réparer, partager et emprunter passent avant acheter, à l’écran comme dans la vie.',
		paragraph: 'Avant d’acheter, nous nous demandons si nous pourrions réparer, emprunter, partager ou nous en passer. Nous préférons ce qui dure, ce qui a déjà servi et ce qui est fait près d’ici. Pour nos trajets, nous pensons d’abord à la marche, au vélo, au train et au covoiturage. Le numérique pèse aussi : nous envoyons un lien plutôt qu’une pièce jointe, nous gardons nos appareils tant qu’ils fonctionnent et nous trions de temps en temps ce qui ne sert plus à personne. La sobriété ne doit laisser personne de côté : nous ne reprochons à personne de ne pas pouvoir faire autrement.',
	},
	{
		id: 'independence',
		title: 'L’indépendance',
		sentence: 'Notre parole n’est pas à vendre : nous restons libres vis-à-vis des partis, des entreprises et des croyances.',
		paragraph: 'L’association appartient à ses membres. Nous acceptons volontiers l’aide de collectivités, de fondations ou d’entreprises, tant qu’elle ne nous dicte ni nos actes ni nos paroles. Tous les membres peuvent savoir qui nous donne de l’argent, et combien. Nous ne faisons campagne pour aucun parti ni aucune religion ; chaque membre reste libre de le faire ailleurs, en son propre nom. Notre nom, nos listes d’adresses et nos événements ne sont pas à vendre à la publicité. Qui a un intérêt personnel dans une décision le dit, et laisse les autres décider.',
	},
	{
		id: 'transparency',
		title: 'La transparence des décisions et des comptes',
		sentence: 'Ce qui est décidé et ce qui est dépensé, chaque membre peut le lire.',
		paragraph: 'Chaque membre peut lire les comptes rendus de nos réunions, nos décisions et leurs raisons, peu après qu’elles ont été prises et dans un endroit facile à trouver. Les comptes sont ouverts : une fois par an, ils sont présentés avec des mots simples, et tout le monde peut poser des questions toute l’année. On sait qui est responsable de quoi, et comment joindre cette personne. Seul ce qui touche à la vie privée reste confidentiel. Si nous nous trompons, nous le disons et nous réparons.',
	},
	{
		id: 'protection',
		title: 'Les enfants et les personnes vulnérables',
		sentence: 'Les enfants, et les personnes fragiles pour un temps ou pour toujours, sont particulièrement protégé·es parmi nous.',
		paragraph: 'Les enfants et les personnes vulnérables doivent être en sécurité avec nous. Autant que possible, un·e adulte n’est jamais seul·e avec un enfant à l’abri des regards, et n’échange pas de messages privés avec lui sans que les parents le sachent. Les enfants ne sont photographiés, et leurs photos montrées, qu’avec l’accord des parents et le leur. Un « non » est toujours respecté, à tout âge. Qui s’inquiète pour un enfant ou une personne vulnérable en parle aussitôt aux personnes désignées par l’association ; en cas de danger, nous appelons les secours sans attendre la permission de quiconque. L’intérêt de l’enfant passe avant la réputation de l’association.',
	},
	{
		id: 'remote-equality',
		title: 'Sur place ou à distance, les mêmes droits',
		sentence: 'Dans la salle ou loin d’ici, tout le monde peut participer, parler et voter de la même façon.',
		paragraph: 'Qui ne peut pas venir, à cause de la distance, du travail, de la santé ou des enfants, est membre comme les autres. Aussi souvent que possible, nos réunions se suivent aussi à distance, avec des moyens simples, par téléphone s’il le faut. Les personnes à distance ont la parole aussi souvent que celles de la salle, et elles votent aussi. Les documents sont partagés avant la réunion et le compte rendu après, et les décisions importantes laissent quelques jours pour donner son avis par écrit. L’inverse est vrai aussi : personne n’est tenu à l’écart faute d’ordinateur ou d’aisance avec ; nous aidons, nous imprimons ou nous téléphonons.',
	},
	{
		id: 'conflict',
		title: 'Comment nous réglons les conflits',
		sentence: 'Quand nous ne sommes pas d’accord, nous parlons d’abord, puis nous demandons de l’aide ; on ne juge personne sans l’entendre.',
		paragraph: 'Ne pas être d’accord est normal, et souvent utile. Nous en parlons d’abord entre personnes concernées, sans attendre et avec calme, de ce qui a été fait et non de ce que sont les gens. Si cela ne suffit pas, chaque partie peut demander une médiation, par une personne que les deux acceptent, de l’association ou d’ailleurs. S’il faut trancher, la décision revient à des personnes qui ne sont pas en cause ; elles entendent tout le monde et donnent leurs raisons par écrit. Une sanction est proportionnée, limitée dans le temps si possible, et peut être contestée devant l’assemblée. La violence et le harcèlement ne sont pas des conflits entre deux avis : dans ces cas, protéger passe avant tout.',
	},
	{
		id: 'shared-space',
		title: 'Notre espace en ligne',
		sentence: 'Notre espace en ligne est à nous toutes et tous : nous le gardons rangé, sûr et au service de l’association.',
		paragraph: 'Notre espace en ligne contient le travail commun de l’association. Chaque personne utilise son propre compte et garde son mot de passe pour elle. Nous partageons avec celles et ceux qui en ont besoin, et nous arrêtons le partage quand c’est fini. Les fichiers portent des noms que les autres comprennent, et nous n’effaçons ni ne modifions le travail de quelqu’un sans lui demander. La place est limitée : les collections privées vont ailleurs. Les personnes qui s’occupent de l’espace ne regardent que ce que leur tâche exige, et le gardent pour elles. Si quelque chose semble étrange, un message bizarre ou un téléphone perdu, nous les prévenons aussitôt ; on ne le reproche à personne.',
	},
	{
		id: 'living-charter',
		title: 'Une charte vivante',
		sentence: 'Cette charte est la nôtre : nous la relisons chaque année, et chacun·e peut proposer d’y changer quelque chose.',
		paragraph: 'Cette charte dit ce que nous voulons être, et nous n’y arrivons pas toujours. Nous la relisons ensemble une fois par an. Chaque membre peut proposer d’en changer un mot ; le changement est discuté, puis décidé par l’ensemble des membres. Répondre « je refuse » n’exclut personne : c’est le début d’une conversation, et nous voulons l’entendre. Qui trouve que nous ne respectons pas notre charte peut le dire, à n’importe qui d’entre nous, sans crainte.',
	},
]
