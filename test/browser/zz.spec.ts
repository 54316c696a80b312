import { test, DASHBOARD, FIRST_STEPS, FILES } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { Line } from './sections/line.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { settled, newlyHere, adminAtDesk } from './support/people.ts'
const everyone = { who: 'everyone', groups: [] }
test('x', async ({ space, visit }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', contact: 'Odile at the desk', contactUrl: 'mailto:odile@example.org', steps: ['picture', 'upload', 'storage'].map((id) => ({ id, audience: everyone, texts: {}, url: '' })) } })
	const w = new WelcomeDialog(await visit(await space.person(), DASHBOARD))
	await w.language.waitFor()
	console.log(await w.root.ariaSnapshot())
	const m = await settled(space)
	await space.upload(m, 'minutes.md', 2048, 1_700_000_000)
	await space.answer(onboarding, 'PUT /api/v1/steps/{id}', { as: m, params: { id: 'storage' }, body: { state: 'declined' } })
	const l = new FirstStepsPage(await visit(m, FIRST_STEPS))
	await l.progress.waitFor()
	console.log(await l.root.ariaSnapshot())
	const h = new Line(await visit(await newlyHere(space), FILES), 'hint')
	await h.words.getByRole('paragraph').waitFor()
	console.log(await h.root.ariaSnapshot())
	const p = await visit(await adminAtDesk(space), firstStepsAddress('tasks'))
	const a = new FirstStepsAdmin(p)
	await a.heading('Agree on how').waitFor()
	console.log(await a.root.ariaSnapshot())
	await a.tab('invite').click()
	const i = new InviteSection(p)
	await i.check(['Anna, anna-spoken@example.org', 'Bert, no address'])
	console.log(await i.root.ariaSnapshot())
})
