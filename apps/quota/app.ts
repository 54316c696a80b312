// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The storage app: what it is called and what it adds to a Nextcloud. */

import { defineApp } from '@ensemble/appinfo-templates/manifest'

export default defineApp({
	id: 'ensemble_quota',
	namespace: 'EnsembleQuota',
	version: '0.2.0',
	name: { en: 'Storage notices', fr: 'Alertes de stockage' },
	summary: {
		en: 'Warns members before their storage is full and shows admins where the room went',
		fr: 'Prévient les membres avant que leur espace soit plein et montre où est passée la place',
	},
	description: {
		en: 'A calm banner tells a member early enough how much room is left, what takes it (files, deleted files, old versions) and what helps. Space admins see the real use of everybody and of the whole space. One background job counts for all accounts with a fixed number of queries.',
		fr: 'Un bandeau discret dit assez tôt à chaque membre combien de place il reste, ce qui la prend (fichiers, fichiers supprimés, anciennes versions) et ce qui aide. Les personnes qui administrent l\'espace voient ce que chaque compte et l\'espace entier utilisent vraiment. Une seule tâche de fond compte pour tous les comptes, avec un nombre fixe de requêtes.',
	},
	category: 'files',
	entries: { banner: 'src/banner.ts', files: 'src/files.ts', admin: 'src/admin.ts', page: 'src/page.ts' },
	injected: 'banner',
	alone: ['banner', 'files'],
	admin: { entry: 'admin', part: 'storage', title: { en: 'Storage', fr: 'Stockage' }, priority: 30 },
	page: { entry: 'page', title: { en: 'My storage', fr: 'Mon stockage' }, order: 30, remembered: true },
	jobs: ['CheckStorage'],
	commands: ['Check', 'Report'],
	listeners: { 'OCP\\User\\Events\\UserDeletedEvent': 'ForgetAccount' },
	notifier: 'Notifier',
	neighbours: ['quota_warning'],
})
