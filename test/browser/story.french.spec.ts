// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The whole story once in French: nothing of it may be left in English. */

import { articles } from '@ensemble/charter/src/articles/fr'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { fill } from '../contract/support/samples.ts'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, CHARTER, expect, FILES, FIRST_STEPS, MY_STORAGE, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { Line } from './sections/line.ts'
import { MyStoragePage } from './sections/myStoragePage.ts'
import { PublishForm } from './sections/publishForm.ts'
import { storageAddress } from './sections/storageAdmin.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { answerCharter, fromBefore, newlyHere, settled } from './support/people.ts'
import { inFrench, wordsOf } from './support/words.ts'

/** Words that stand in nearly every English sentence of ours, and in no French one; "noté" begins like one, and \b takes no é for a letter. */
const ENGLISH = /(?<!\p{L})(the|you|your|with|and|is|are|not)(?!\p{L})/iu

const MB = 1024 ** 2
const GB = 1024 ** 3

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

	const welcome = new WelcomeDialog(page, wordsOf('onboarding', 'fr'))
	await expect(welcome.root).toContainText('Les Amis du Lac')
	await welcome.pill(welcome.appearance, 'Dark').check()
	await expect(welcome.said(welcome.appearance)).toHaveText(wordsOf('onboarding', 'fr')('Saved.'))
	// Languages are named in themselves.
	for (const part of [welcome.root.getByRole('heading'), welcome.root.getByRole('paragraph'), welcome.appearance, welcome.root.getByRole('button')]) {
		expect((await part.allTextContents()).join(' ')).not.toMatch(ENGLISH)
	}
	await welcome.button('Not now').click()

	const banner = page.locator('#ensemble-quota')
	await expect(banner).toContainText(/Vous utilisez \d+(,\d)?\sMo sur \d+(,\d)?\sMo \(9[12]\s%\)\./)
	await expect(banner).not.toContainText(ENGLISH)

	for (const [path, title] of [[CHARTER, 'Notre charte ensemble'], [`${CHARTER}#answers`, 'Mes réponses'], [`${CHARTER}#versions`, 'Toutes les versions']] as const) {
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

test('une membre fait de la place, et en demande', async ({ space, visit }) => {
	const inFrench = wordsOf('quota', 'fr')
	await space.configure(quota.app, 'settings', { pool: 50 * GB })
	const member = await settled(space, { language: 'fr' })
	await space.upload(member, 'film.bin', 2 * MB, 1_700_000_000)
	await space.upload(member, 'film.bin', 1 * MB, 1_700_100_000)
	await fill(space, member, 92)
	const page = await visit(member, MY_STORAGE)
	const storage = new MyStoragePage(page, inFrench)
	await expect(storage.sentence).toContainText(/Mo sur \d+(,\d)?\sMo/)
	for (const [part, sign] of [['Overview', 'Over time'], ['Make room', 'Old versions'], ['Ask for more', 'Ask for more room'], ['Notices', 'How you are told']] as const) {
		await storage.part(part).click()
		await expect(storage.heading(sign)).toBeVisible()
		await expect(storage.root).not.toContainText(ENGLISH)
	}
	await storage.part('Make room').click()
	await storage.button('Delete {name}', { name: 'film.bin' }).click()
	await expect(storage.button('Bring it back')).toBeVisible()
	await storage.button('Empty the deleted files …').click()
	await expect(storage.question).toBeVisible()
	await expect(storage.root).not.toContainText(ENGLISH)
	await storage.part('Ask for more').click()
	await storage.reason.fill('Les photos de la fête.')
	await storage.button('Ask').click()
	await expect(storage.request).toContainText('Les photos de la fête.')
	await expect(storage.root).not.toContainText(ENGLISH)
})

test('une administratrice regarde le stockage', async ({ space, visit }) => {
	await space.configure(quota.app, 'settings', { pool: 50 * GB, accountCap: 50 })
	const page = await visit(await settled(space, { admin: true, language: 'fr' }), storageAddress('overview'))
	const part = page.locator('#ensemble-part-storage')
	const inFrench = wordsOf('quota', 'fr')
	for (const [section, sign] of [['Overview', 'How it grows'], ['Members', 'Change the default'], ['Requests', 'Requests for more room'], ['Settings', 'Save']] as const) {
		await part.getByRole('tab', { name: inFrench(section) }).click()
		await expect(part.getByRole(section === 'Members' || section === 'Settings' ? 'button' : 'heading', { name: inFrench(sign), exact: true })).toBeVisible()
		// Names and requests of other tests are English.
		await expect(section === 'Members' ? part.getByRole('columnheader').first() : section === 'Requests' ? part.getByRole('tablist') : part).not.toContainText(ENGLISH)
	}
})

test('une membre fait ses premiers pas, et lit à quoi sert une application', async ({ space, visit }) => {
	const inFrench = wordsOf('onboarding', 'fr')
	const page = await visit(await settled(space, { language: 'fr' }), FIRST_STEPS)
	const guide = new FirstStepsPage(page, inFrench)
	await guide.act('Not for me: {step}', 'Choose a profile picture').click()
	await expect(guide.aside).toHaveCount(1)
	await expect(guide.root).not.toContainText(ENGLISH)
	for (const part of ['I used … before', 'What words mean', 'Help'] as const) {
		await guide.part(part).click()
		await expect(guide.heading(part)).toBeVisible()
		await expect(guide.root).not.toContainText(ENGLISH)
	}
	const hint = new Line(await visit(await newlyHere(space, { language: 'fr' }), FILES), 'hint', inFrench)
	await expect(hint.words).toContainText('Fichiers')
	await expect(hint.root).not.toContainText(ENGLISH)
	const news = new Line(await visit(await fromBefore(space, { language: 'fr' })), 'news', inFrench)
	await expect(news.words.getByRole('listitem').first()).toBeVisible()
	await expect(news.root).not.toContainText(ENGLISH)
})

test('une administratrice prépare l\'espace et invite des gens', async ({ space, visit }) => {
	const inFrench = wordsOf('onboarding', 'fr')
	const page = await visit(await settled(space, { admin: true, language: 'fr' }), firstStepsAddress('tasks'))
	const section = new FirstStepsAdmin(page, inFrench)
	await section.task('Agree on how to hand over').getByText(inFrench('How to hand over when somebody leaves')).click()
	await expect(section.root).not.toContainText(ENGLISH)
	for (const [name, heading] of [['hints', 'Lines about apps'], ['icons', 'Icons at the top'], ['figures', 'How the first steps go'], ['catalog', 'What comes from your host'], ['invite', 'Invite people']] as const) {
		await section.tab(name).click()
		await expect(section.heading(heading, 2)).toBeVisible()
		await page.waitForLoadState('networkidle')
		// Groups of other tests are English.
		await expect(name === 'icons' ? section.root.getByRole('paragraph').first() : section.root).not.toContainText(ENGLISH)
	}
	const invite = new InviteSection(page, inFrench)
	await invite.check(['Hélène, helene-en-francais@example.org, pas-de-groupe', 'Jean, pas d\'adresse'])
	await expect(invite.root).not.toContainText(ENGLISH)
	await section.tab('steps').click()
	await expect(section.button('Save')).toBeVisible()
	// Languages are named in themselves.
	for (const part of [section.root.getByRole('paragraph'), section.root.getByRole('button'), section.root.getByRole('heading'), section.preview.getByRole('listitem')]) {
		expect((await part.allTextContents()).join(' ')).not.toMatch(ENGLISH)
	}
})
