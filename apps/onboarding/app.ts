// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first-steps app: what it is called and what it adds to a Nextcloud. */

import { defineApp } from '@ensemble/appinfo-templates/manifest'

export default defineApp({
	id: 'ensemble_onboarding',
	namespace: 'EnsembleOnboarding',
	version: '0.2.0',
	name: { en: 'First steps', fr: 'Premiers pas' },
	summary: {
		en: 'Welcomes new members with a short list of first steps that ticks itself',
		fr: 'Accueille les nouveaux membres avec une courte liste de premiers pas qui se coche seule',
	},
	description: {
		en: 'Whoever logs in for the first time is welcomed by their own association and sees a few first steps. Each one is ticked when the space shows that it is done, on whatever device it was done. At the first visit to an app, one line says what it is for. Nothing starts by itself twice, and everybody can leave at any point and come back from the user menu. Space admins get a list of their own, invite people from a list, and choose words and steps; they see counts, never who did what.',
		fr: 'À la première connexion, chaque personne est accueillie par sa propre association et voit quelques premiers pas. Chacun se coche quand l\'espace montre que c\'est fait, sur n\'importe quel appareil. À la première visite d\'une application, une ligne dit à quoi elle sert. Rien ne s\'ouvre tout seul une deuxième fois, et l\'on peut partir à tout moment et revenir par le menu du compte. Les personnes qui administrent l\'espace ont leur propre liste, invitent à partir d\'un fichier, et choisissent les mots et les étapes ; elles voient des nombres, jamais qui a fait quoi.',
	},
	category: 'organization',
	entries: { welcome: 'src/welcome.ts', admin: 'src/admin.ts', page: 'src/page.ts' },
	injected: 'welcome',
	admin: { entry: 'admin', part: 'first-steps', title: { en: 'First steps', fr: 'Premiers pas' }, priority: 10 },
	page: { entry: 'page', title: { en: 'First steps', fr: 'Premiers pas' }, order: 10 },
	listeners: {
		'OCA\\EnsembleCharter\\Event\\CharterAnswered': 'TickCharter',
		'OCP\\Share\\Events\\ShareCreatedEvent': 'TickShare',
		'OCP\\User\\Events\\UserChangedEvent': 'TickAccount',
		'OCP\\User\\Events\\UserFirstTimeLoggedInEvent': 'WelcomeNewcomer',
	},
	commands: ['Report'],
	widgets: ['FirstSteps'],
	data: { Hints: 'catalog/hints.json', News: 'news.json' },
	neighbours: ['firstrunwizard', 'intros'],
})
