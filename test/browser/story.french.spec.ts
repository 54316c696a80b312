// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The whole story once in French: nothing of it may be left in English. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { fill } from '../contract/support/samples.ts'
import { CHARTER, expect, FIRST_STEPS, test } from './fixtures.ts'

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

	for (const path of [CHARTER, FIRST_STEPS]) {
		await page.goto(path)
		const main = page.getByRole('main').filter({ has: page.getByRole('heading', { level: 2 }) })
		await expect(main.getByRole('heading', { level: 2 }).first()).toBeVisible()
		await expect(main).not.toContainText(ENGLISH)
	}
})
