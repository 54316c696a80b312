// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The whole story once in French: nothing of it may be left in English. */

import { articles } from '@ensemble/charter/src/articles/fr'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { fill } from '../contract/support/samples.ts'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, CHARTER, expect, FIRST_STEPS, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { PublishForm } from './sections/publishForm.ts'
import { answerCharter, settled } from './support/people.ts'
import { inFrench } from './support/words.ts'

/** Words that stand in nearly every English sentence of ours, and in no French one. */
const ENGLISH = /\b(the|you|your|with|and|is|are|not)\b/i

test('une membre lit la charte, est accueillie, et voit l\'alerte de stockage', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac' } })
	const person = await space.person({ language: 'fr' })
	await fill(space, person, 92)
	await space.runJobs()
	await space.publish()
	const page = await visit(person)

	const ask = page.getByRole('dialog', { name: 'Notre charte ensemble' })
	await expect(ask).toContainText('Nous sommes là les un·es pour les autres')
	await expect(ask).not.toContainText(ENGLISH)
	await ask.getByRole('button', { name: 'Lire le texte entier' }).click()
	await expect(ask).toContainText('« Liberté, entraide, sobriété. »')
	await ask.getByRole('button', { name: 'Accepter' }).click()
	await expect(ask).toContainText('Merci')
	await expect(ask).not.toContainText(ENGLISH)
	await ask.getByRole('button', { name: 'Fermer' }).filter({ hasText: 'Fermer' }).click()

	const welcome = page.getByRole('dialog', { name: /^Bienvenue/ })
	await expect(welcome).toContainText('Les Amis du Lac')
	await expect(welcome.getByRole('listitem')).toHaveCount(3)
	await expect(welcome).not.toContainText(ENGLISH)
	await welcome.getByRole('button', { name: 'Pas maintenant' }).click()

	const banner = page.locator('#ensemble-quota')
	await expect(banner).toContainText(/Vous utilisez \d+(,\d)?\sMo sur \d+(,\d)?\sMo \(9[12]\s%\)\./)
	await expect(banner).not.toContainText(ENGLISH)

	for (const [path, title] of [[CHARTER, 'Notre charte ensemble'], [`${CHARTER}#answers`, 'Mes réponses'], [`${CHARTER}#versions`, 'Toutes les versions'], [FIRST_STEPS, 'Vos premiers pas']] as const) {
		await page.goto(path)
		const main = page.getByRole('main').filter({ has: page.getByRole('heading', { level: 2 }) })
		await expect(main.getByRole('heading', { name: title, level: 2 })).toBeVisible()
		// Versions of other tests may have been written in English alone.
		await expect(path.endsWith('#versions') ? main.getByRole('list').last().getByRole('listitem').first() : main).not.toContainText(ENGLISH)
	}
})

test('une membre refuse et dit pourquoi, puis la charte change', async ({ space, visit }) => {
	const person = await settled(space, { language: 'fr' })
	await space.publish()
	const page = await visit(person)
	const ask = new AskDialog(page, 'Notre charte ensemble', inFrench)
	await ask.button('Decline').click()
	await expect(ask.reason).toBeFocused()
	await expect(ask.root).not.toContainText(ENGLISH)
	await ask.reason.fill('Trop long.')
	await ask.button('Decline').click()
	await expect(ask.outcome).toContainText('Merci pour votre réponse.')
	await expect(ask.root).not.toContainText(ENGLISH)

	await space.publish(charterTexts('renouvelée'), { mode: 'require', deadlineDays: 14, changeNote: { fr: 'Tout est plus court.' } })
	await page.reload()
	const again = new AskDialog(page, 'Notre charte renouvelée', inFrench)
	await expect(again.root.getByRole('insertion')).toContainText('ajouté')
	await expect(again.root).toContainText('Tout est plus court.')
	await expect(again.root).not.toContainText(ENGLISH)
	await again.button('Read it in short').click()
	await expect(again.root).toContainText('Merci de répondre avant le')
	await expect(again.root).not.toContainText(ENGLISH)
})

test('une administratrice écrit et publie une charte', async ({ space, visit }) => {
	const admin = await settled(space, { admin: true, language: 'fr' })
	const page = await visit(admin, `${ASSOCIATION}#charter/draft`)
	const form = new PublishForm(page, inFrench)
	const { editor } = form
	await expect(editor.root).not.toContainText(ENGLISH)
	await editor.button('Begin with ready articles').click()
	await expect(editor.picker.getByRole('checkbox')).toHaveCount(articles.length)
	await expect(editor.picker).not.toContainText(ENGLISH)
	await editor.picker.getByRole('checkbox', { name: articles[0]!.title, exact: true }).check()
	await editor.picker.getByRole('button', { name: 'Ajouter 1 article' }).click()
	await editor.field('Title').fill(`Charte de ${admin.id}`)
	await expect(editor.saved).toBeVisible()
	await expect(editor.root).not.toContainText(ENGLISH)
	await form.open()
	await form.choice('Require an answer').check()
	await expect(form.root).not.toContainText(ENGLISH)
	await form.publish.click()
	await expect(form.confirmation).not.toContainText(ENGLISH)
	await form.confirmation.getByRole('button', { name: inFrench('Publish now') }).click()
	await expect(editor.message).toHaveText(/^Publiée comme version \d+\.$/)
	await answerCharter(space, admin)

	const section = new CharterAdmin(page, inFrench)
	for (const [name, sign] of [['Answers', 'Qui a répondu quoi'], ['Published charters', 'Chartes publiées'], ['Settings', 'Réglages de la charte']] as const) {
		const panel = await section.open(name)
		await expect(panel.getByRole(name === 'Settings' ? 'form' : 'table', { name: sign })).toBeVisible()
		// Versions of other tests may have been written in English alone.
		await expect(name === 'Published charters' ? section.row(admin.id) : panel).not.toContainText(ENGLISH)
	}
})
