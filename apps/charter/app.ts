// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter app: what it is called and what it adds to a Nextcloud. */

import { defineApp } from '@ensemble/appinfo-templates/manifest'

export default defineApp({
	id: 'ensemble_charter',
	namespace: 'EnsembleCharter',
	version: '0.2.0',
	name: { en: 'Charter', fr: 'Charte' },
	summary: {
		en: 'Shows every member the charter of your association, once, in plain words',
		fr: 'Présente à chaque membre la charte de votre association, une fois, en mots simples',
	},
	description: {
		en: 'A charter says what your association stands for and how its people treat each other and each other\'s data. Members meet it in three plain sentences, read the whole text if they like, and answer freely: accept, decline, or later. Whoever has answered is left in peace: their pages load nothing of this app. Every answer is kept with the fingerprint of the exact text that was shown.',
		fr: 'Une charte dit ce que défend votre association et comment ses membres prennent soin les un·es des autres et de leurs données. Chaque membre la découvre en trois phrases simples, lit le texte entier si l\'envie est là, et répond librement : accepter, refuser, ou plus tard. Après la réponse, plus rien ne dérange : les pages ne chargent rien de cette application. Chaque réponse est gardée avec l\'empreinte du texte exact qui a été montré.',
	},
	category: 'organization',
	entries: { ask: 'src/ask.ts', admin: 'src/admin.ts', page: 'src/page.ts', public: 'src/public.ts' },
	injected: 'ask',
	admin: { entry: 'admin', part: 'charter', title: { en: 'Charter', fr: 'Charte' }, priority: 20 },
	page: { entry: 'page', title: { en: 'Charter', fr: 'Charte' }, order: 20 },
	jobs: ['FollowPolicy'],
	commands: ['Status', 'Export', 'Verify', 'Publish', 'Policy'],
	listeners: { 'OCP\\User\\Events\\UserDeletedEvent': 'ForgetAccount' },
	notifier: 'Notifier',
	repairSteps: ['FillAsks'],
	migrator: 'Migrator',
	neighbours: ['terms_of_service'],
})
