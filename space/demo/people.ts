// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The invented members of the demo association, and what one sees as each of them. */

import type { Account } from '../embedding.ts'

/** A person offered in the "switch person" menu. */
export interface DemoPerson {
	id: string
	/** What one sees with this person. */
	sees: { en: string, fr: string }
}

/** The persons of the menu, in its order. */
export const people: DemoPerson[] = [
	{ id: 'maelle', sees: { en: 'Admin: looks after the space (Administration → Association)', fr: 'Administre l’espace (Administration → Association)' } },
	{ id: 'odile', sees: { en: 'Charter, welcome and storage notice, one after the other', fr: 'Charte, accueil et alerte de stockage, l’un après l’autre' } },
	{ id: 'jules', sees: { en: 'New: logs in for the first time', fr: 'Nouveau : se connecte pour la première fois' } },
	{ id: 'fatou', sees: { en: '92 % of the storage is used, has asked for more', fr: '92 % du stockage est utilisé, a demandé plus de place' } },
	{ id: 'yves', sees: { en: 'Has done everything: nothing disturbs (40 % used)', fr: 'A tout fait : rien ne dérange (40 % utilisés)' } },
	{ id: 'coline', sees: { en: 'After an update: what has changed; and a line at the first visit to an app', fr: 'Après une mise à jour : ce qui a changé ; et une phrase à la première visite d’une application' } },
	{ id: 'ruth', sees: { en: 'Speaks English, has not read the charter yet', fr: 'Parle anglais, n’a pas encore lu la charte' } },
	{ id: 'samir', sees: { en: 'Guest: is never asked for anything', fr: 'Invité : n’est jamais sollicité' } },
]

/** A member as the seed makes one. */
export interface DemoMember {
	account: Partial<Account> & { id: string, name: string }
	/** The answer to the charter; none = still to be asked. */
	answer?: 'accepted' | 'declined'
	/** Why it was declined. */
	reason?: string
	/** The answer to the charter before; none = was not asked then, or did not answer. */
	earlier?: 'accepted' | 'declined'
	/** The answer to the host's charter; none = still to be asked. */
	host?: 'accepted' | 'declined'
	/** Whether the welcome was seen; none = never logged in. */
	welcome?: 'pending' | 'seen'
}

/** All members; the password is `demo` for each. */
export const members: DemoMember[] = [
	{ account: { id: 'maelle', name: 'Maëlle Kervadec', groups: ['admin', 'bureau'], avatar: true }, answer: 'accepted', earlier: 'accepted', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'yves', name: 'Yves Castagnol', groups: ['jardins'], avatar: true }, answer: 'accepted', earlier: 'declined', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'fatou', name: 'Fatou Delmas', groups: ['bureau', 'jardins'], avatar: true }, answer: 'accepted', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'jules', name: 'Jules Ferrandier', groups: ['atelier'] } },
	{ account: { id: 'odile', name: 'Odile Marchenoir', groups: ['jardins'] }, earlier: 'accepted', host: 'accepted', welcome: 'pending' },
	{ account: { id: 'ruth', name: 'Ruth Abernathy', language: 'en', groups: ['atelier'] }, host: 'accepted', welcome: 'seen' },
	{ account: { id: 'samir', name: 'Samir Benhaddou', guest: true, quota: '0 B', groups: ['guest_app'] }, welcome: 'seen' },
	{ account: { id: 'armelle', name: 'Armelle Quintard', groups: ['jardins'] }, answer: 'accepted', earlier: 'accepted', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'bastien', name: 'Bastien Lormier', groups: ['atelier'] }, answer: 'accepted', host: 'declined', welcome: 'seen' },
	{ account: { id: 'coline', name: 'Coline Vasseraud', groups: ['bureau'], quota: '8 GB' }, answer: 'accepted', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'denis', name: 'Denis Oberthal', groups: ['atelier'] }, answer: 'declined', reason: 'Je suis d’accord sur le fond, mais je voudrais qu’on parle aussi du prêt des outils.', earlier: 'accepted', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'ines', name: 'Inès Tourneval', groups: ['jardins'] }, answer: 'declined', reason: 'Le texte est trop long pour moi. On en discute au jardin ?', host: 'accepted', welcome: 'seen' },
	{ account: { id: 'gwenn', name: 'Gwenn Le Floch', enabled: false } },
	{ account: { id: 'paule', name: 'Paule Estournel', groups: ['jardins'], enabled: false } },
	{ account: { id: 'lucien', name: 'Lucien Parrot-Vigne', groups: ['jardins'], enabled: false }, answer: 'accepted', host: 'accepted', welcome: 'seen' },
]

/** Groups beside `admin`. */
export const groups = [
	{ id: 'bureau', name: 'Bureau' },
	{ id: 'jardins', name: 'Jardins partagés' },
	{ id: 'atelier', name: 'Atelier de réparation' },
	{ id: 'guest_app', name: 'Guests' },
]
