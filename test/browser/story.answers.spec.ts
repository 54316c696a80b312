// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who answered what: counted, listed, reminded, taken along, checked. */

import type { Person, Space } from '../contract/support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { AnswersSection } from './sections/answersSection.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { answerCharter, settled } from './support/people.ts'

const ANSWERS = `${ASSOCIATION}#charter/answers`
/** What a spreadsheet would take for something to calculate. */
const FORMULA = '=HYPERLINK("https://evil.example"; "here")'

/** Four people whom a charter is for: one accepts, one declines, two do not answer. */
async function four(space: Space): Promise<{ title: string, people: [Person, Person, Person, Person] }> {
	const group = await space.group()
	const person = () => settled(space, { groups: [group] })
	const people: [Person, Person, Person, Person] = [await person(), await person(), await person(), await person()]
	await space.publish(charterTexts(`for ${group}`), { audience: { who: 'only', groups: [group] } })
	await answerCharter(space, people[0])
	await answerCharter(space, people[1], 'declined', FORMULA)
	return { title: `Our charter for ${group}`, people }
}

test('the answers are counted and listed; the list can be narrowed', async ({ space, visit }) => {
	const { title, people: [accepted, declined, silent, other] } = await four(space)
	const page = await visit(await settled(space, { admin: true }), ANSWERS)
	const section = new AnswersSection(page)
	await expect(section.root.getByRole('region', { name: 'The charter in force' })).toContainText(title)
	await section.root.getByText('Show as a table').click()
	const counts = section.root.getByRole('table').filter({ hasText: 'Share' })
	await expect(counts.getByRole('row').filter({ hasText: 'Not yet' })).toContainText(/2.*50/)

	await expect(section.filter('All')).toHaveText('All (4)')
	await expect(section.filter('All')).toHaveAttribute('aria-pressed', 'true')
	await expect(section.rows).toHaveCount(4)
	await expect(section.row(accepted.id)).toContainText('Accepted')
	await expect(section.row(declined.id)).toContainText(FORMULA)
	await expect(section.row(silent.id)).toContainText('Not yet')
	for (const [name, who] of [['Accepted', [accepted]], ['Declined', [declined]], ['Not yet', [silent, other]], ['Overdue', []]] as const) {
		await expect(section.filter(name)).toHaveText(`${name} (${who.length})`)
		await section.filter(name).click()
		await expect(section.filter(name)).toHaveAttribute('aria-pressed', 'true')
		await expect(section.rows).toHaveCount(who.length)
		for (const { id } of who) {
			await expect(section.row(id)).toHaveCount(1)
		}
	}
	await expect(section.root.getByText('Nobody is listed here.')).toBeVisible()
	await section.filter('All').click()
	await section.search.fill(silent.id.toUpperCase())
	await expect(section.rows).toHaveCount(1)
	await expect(section.row(silent.id)).toHaveCount(1)
	await expect(section.root.getByText('One person is listed.')).toBeVisible()

	await section.button('Read').click()
	await expect(new CharterAdmin(page).reader(title)).toContainText('no deadline')
})

test('members who have not answered are reminded, nobody twice within a day', async ({ space, visit }) => {
	const { people: [accepted, , silent, other] } = await four(space)
	const page = await visit(await settled(space, { admin: true }), ANSWERS)
	const section = new AnswersSection(page)
	await expect(section.row(accepted.id).getByRole('button')).toHaveCount(0)
	await section.row(silent.id).getByRole('button', { name: `Remind Test ${silent.id}` }).click()
	await expect(section.message).toHaveText(`Test ${silent.id} was reminded.`)
	await expect(section.row(silent.id)).toContainText('reminded on')
	await expect(section.row(silent.id).getByRole('button')).toHaveCount(0)

	await section.button('Remind all who have not answered').click()
	const question = new CharterAdmin(page).question('Remind all who have not answered?')
	await question.getByRole('button', { name: 'Cancel' }).click()
	await expect(question).toHaveCount(0)
	await section.button('Remind all who have not answered').click()
	await question.getByRole('button', { name: 'Remind them' }).click()
	await expect(section.message).toHaveText('One person was reminded. One was left out, because there was a reminder within the last day or an answer came in.')
	await expect(section.row(other.id)).toContainText('reminded on')
	for (const [person, count] of [[accepted, 0], [silent, 1], [other, 1]] as const) {
		expect(await space.notifications(person)).toHaveLength(count)
	}
})

test('the list is saved as a table that no spreadsheet calculates with', async ({ space, visit }) => {
	const { people: [accepted, declined, silent] } = await four(space)
	const section = new AnswersSection(await visit(await settled(space, { admin: true }), ANSWERS))
	// What is shown makes no difference: the file has everybody.
	await section.search.fill(accepted.id)
	const { name, content } = await section.save('Save the list as a table (CSV)')
	expect(name).toMatch(/^charter-answers-\d{4}-\d{2}-\d{2}\.csv$/)
	expect(content.startsWith('\uFEFF')).toBe(true)
	const lines = content.slice(1).trimEnd().split('\r\n')
	expect(lines[0]).toBe('"Name","Account","Answer","Date","Language","Reason"')
	expect(lines).toHaveLength(5)
	expect(lines.find((line) => line.includes(declined.id))).toContain(`,"'${FORMULA.replaceAll('"', '""')}"`)
	expect(lines.find((line) => line.includes(silent.id))).toMatch(/,"Not yet","","",""$/)
	await expect(section.evidence.getByRole('status')).toContainText('The list was saved as a file.')
})

test('everything is saved as evidence, which can be checked without Nextcloud; so can the answers here', async ({ space, visit }, info) => {
	const { people: [accepted, declined] } = await four(space)
	const section = new AnswersSection(await visit(await settled(space, { admin: true }), ANSWERS))
	const { name, content } = await section.save('Save everything as evidence (JSON)')
	expect(name).toMatch(/^charter-export-\d{4}-\d{2}-\d{2}\.json$/)
	const { answers } = charter.endpoints['GET /api/v1/export'].response.parse(JSON.parse(content))
	expect(answers.slice(-2).map(({ account, choice, reason }) => [account, choice, reason])).toEqual([[accepted.id, 'accepted', ''], [declined.id, 'declined', FORMULA]])
	const file = info.outputPath('export.json')
	await writeFile(file, content)
	const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('../../docs/verify-charter.mjs', import.meta.url)), file], { encoding: 'utf8' })
	expect(stdout).toContain(`Last hash, to be noted down: ${answers.at(-1)!.hash}`)
	expect(status).toBe(0)

	await section.button('Check the answers').click()
	await expect(section.evidence.getByRole('status')).toContainText(`All ${answers.length} answers and all texts are as they were given: nothing was changed, nothing is missing between them.`)
	await expect(section.evidence.getByRole('status')).toContainText(answers.at(-1)!.hash)
})

test('broken evidence is said plainly', async ({ space, visit }) => {
	await four(space)
	const page = await visit(await settled(space, { admin: true }), ANSWERS, {
		before: (opened) => opened.route(/\/api\/v1\/verification$/, async (route) => {
			const response = await route.fetch()
			const { ocs } = await response.json() as { ocs: { meta: object, data: object } }
			await route.fulfill({ response, json: { ocs: { ...ocs, data: { ...ocs.data, valid: false, broken: 2 } } } })
		}),
	})
	const section = new AnswersSection(page)
	await section.button('Check the answers').click()
	await expect(section.evidence.getByRole('status')).toContainText('Answer number 2 does not fit')
	await expect(section.evidence.getByRole('status')).not.toContainText('nothing was changed')
})

test('the list cannot be loaded: it is said, and can be tried again', async ({ space, visit }) => {
	await four(space)
	let broken = true
	const page = await visit(await settled(space, { admin: true }), ANSWERS, {
		before: (opened) => opened.route(/\/api\/v1\/status\/association$/, (route) => broken ? route.fulfill({ status: 500, body: '' }) : route.continue()),
	})
	const section = new AnswersSection(page)
	await expect(section.root.getByRole('alert')).toContainText('Something went wrong on the server. Please try again in a moment.')
	broken = false
	await section.button('Try again').click()
	await expect(section.rows).toHaveCount(4)
})
