// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the members of the demo association keep: plausible names and sizes. */

import type { StoredFile } from '../embedding.ts'

/** Path below the storage, mebibytes, days ago. What was deleted, and old versions, get that time into their names as in Nextcloud. */
type Row = [path: string, mebibytes: number, daysAgo: number]

/**
 * Account → its files. Sums of `files/` that matter, a little above: yves 40 %, fatou 92 %, odile 96 % of 5 GB (5120 MiB).
 */
const rows: Record<string, Row[]> = {
	maelle: [
		['files/Bureau/Comptes 2026.ods', 0.4, 3],
		['files/Bureau/Demande de subvention mairie 2027.odt', 1.2, 9],
		['files/Bureau/Assurance locaux.pdf', 2.1, 120],
		['files/Adhésions/Membres 2026.ods', 0.2, 2],
		['files/Photos/Fête des récoltes 2025.zip', 860, 410],
		['files/Photos/Inauguration du lavoir.mp4', 640, 230],
		['files_trashbin/files/Anciens statuts.odt', 0.6, 40],
		['files_versions/Bureau/Comptes 2026.ods', 0.4, 30],
		['files_versions/Bureau/Comptes 2026.ods', 0.4, 12],
	],
	yves: [
		['files/Photos/Parcelles au printemps.zip', 780, 200],
		['files/Photos/Serre avant travaux.jpg', 6.5, 90],
		['files/Vidéos/Tailler un pommier.mp4', 940, 260],
		['files/Vidéos/Monter un compost.mp4', 316.5, 150],
		['files/Plan des parcelles.pdf', 3.6, 33],
		['files/Calendrier des semis.ods', 0.1, 5],
		['files/Récupérateur d\'eau - schéma.pdf', 1.5, 60],
		['files_trashbin/files/Brouillon.odt', 0.3, 20],
	],
	fatou: [
		['files/Photos/Récoltes 2024.zip', 1180, 700],
		['files/Photos/Récoltes 2025.zip', 1240, 380],
		['files/Photos/Portes ouvertes 2026.zip', 690, 160],
		['files/Vidéos/Atelier semences paysannes.mp4', 905, 140],
		['files/Vidéos/Témoignages d\'adhérent·es.mp4', 612, 45],
		['files/Communication/Affiche fête des récoltes.pdf', 48, 70],
		['files/Communication/Dépliant A5.pdf', 22, 68],
		['files/Communication/Logo.svg', 0.1, 900],
		['files/Comptes rendus/CA octobre 2026.odt', 0.3, 26],
		['files/Comptes rendus/CA novembre 2026.odt', 0.3, 4],
		['files/Comptes rendus/AG 2026.pdf', 12.9, 190],
		['files_trashbin/files/Rushes atelier semences.mp4', 1310, 18],
		['files_trashbin/files/Photos floues.zip', 96, 17],
		['files_versions/Communication/Affiche fête des récoltes.pdf', 46, 75],
		['files_versions/Communication/Affiche fête des récoltes.pdf', 47, 72],
		['files_versions/Photos/Portes ouvertes 2026.zip', 402, 161],
	],
	odile: [
		['files/Photos de famille.zip', 1650, 500],
		['files/Photos/Jardin du Lavoir 2023.zip', 820, 900],
		['files/Photos/Jardin du Lavoir 2024.zip', 910, 600],
		['files/Vidéos/Fabriquer un nichoir.mp4', 740, 320],
		['files/Vidéos/La mare aux grenouilles.mp4', 655, 210],
		['files/Herbier/Fiches plantes médicinales.pdf', 84, 130],
		['files/Herbier/Planches numérisées.zip', 56, 128],
		['files/Recettes de confitures.odt', 0.4, 66],
		['files_trashbin/files/Doublons.zip', 530, 25],
		['files_versions/Recettes de confitures.odt', 0.2, 80],
		['files_versions/Herbier/Planches numérisées.zip', 41, 166],
		['files_versions/Herbier/Planches numérisées.zip', 47, 152],
		['files_versions/Herbier/Planches numérisées.zip', 52, 140],
	],
	ruth: [
		['files/Repair café/Volunteer rota.ods', 0.2, 6],
		['files/Repair café/How to fix a toaster.pdf', 4.8, 48],
		['files/Repair café/Tool inventory.ods', 0.3, 31],
		['files/Photos/Open day.zip', 1160, 160],
		['files_trashbin/files/Old rota.ods', 0.2, 14],
	],
	armelle: [
		['files/Photos/Bassin.zip', 1420, 260],
		['files/Grainothèque.ods', 0.3, 15],
		['files_trashbin/files/Bassin flou.jpg', 7, 100],
	],
	bastien: [
		['files/Atelier/Modes d\'emploi scannés.zip', 2210, 340],
		['files/Atelier/Pièces imprimées 3D.zip', 380, 77],
		['files/Atelier/Suivi des réparations.ods', 0.4, 1],
		['files_versions/Atelier/Suivi des réparations.ods', 0.4, 8],
	],
	coline: [
		['files/Archives/Bulletins 2008-2020.zip', 4150, 800],
		['files/Archives/Presse locale.zip', 1890, 420],
		['files/Bulletin/Bulletin automne 2026.pdf', 31, 22],
		['files_trashbin/files/Bulletin épreuve 1.pdf', 29, 28],
	],
	denis: [
		['files/Vélos/Guide dérailleur.pdf', 9, 210],
		['files/Vélos/Bourse aux vélos 2026.ods', 0.2, 95],
	],
	ines: [
		['files/Balade botanique.mp4', 1730, 180],
		['files/Semis/Photos.zip', 940, 200],
	],
	lucien: [
		['files/Permanences 2024.ods', 0.2, 730],
		['files/Photos/Ancien local.zip', 2480, 1200],
	],
}

/** What has come bit by bit in the last weeks: account → folder and name, mebibytes, a new one every so many days. */
const growing: Record<string, [name: string, mebibytes: number, every: number]> = {
	maelle: ['files/Photos/Chantier du lavoir', 130, 9],
	bastien: ['files/Atelier/Photos/Réparations', 105, 6],
	armelle: ['files/Photos/Libellules', 88, 5],
	denis: ['files/Vélos/Photos', 92, 7],
	ines: ['files/Semis/Suivi en photos', 118, 7],
}
/** The last weeks, in days. */
const WEEKS = 68

/**
 * The files of a member of the demo association.
 *
 * @param account login name
 * @param now seconds since 1970
 */
export function filesOf(account: string, now: number): StoredFile[] {
	return [...rows[account] ?? [], ...series(account)].map(([path, mebibytes, daysAgo]) => {
		const mtime = now - daysAgo * 86_400
		const mark = path.startsWith('files_trashbin/') ? `.d${mtime}` : path.startsWith('files_versions/') ? `.v${mtime}` : ''
		return { path: path + mark, size: Math.round(mebibytes * 1024 ** 2), mtime, uploaded: true }
	})
}

/** Not all of the same size: people do not work like clocks. */
function series(account: string): Row[] {
	const [name, mebibytes, every] = growing[account] ?? ['', 0, WEEKS]
	return name === '' ? [] : Array.from({ length: Math.floor(WEEKS / every) }, (_, index): Row => [`${name} ${index + 1}.zip`, mebibytes * (0.7 + (index * 3 % 5) * 0.15), WEEKS - index * every])
}
