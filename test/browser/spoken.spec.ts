// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a screen reader reads of the first steps: roles and names, in their order. Languages and addresses are left out. */

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { DASHBOARD, embedded, expect, FILES, FIRST_STEPS, test } from './fixtures.ts'
import { firstStepsAddress, FirstStepsAdmin } from './sections/firstStepsAdmin.ts'
import { FirstStepsPage } from './sections/firstStepsPage.ts'
import { InviteSection } from './sections/inviteSection.ts'
import { Line } from './sections/line.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { adminAtDesk, fromBefore, newlyHere, settled } from './support/people.ts'

const everyone = { who: 'everyone', groups: [] }

test.beforeEach(async ({ space }) => {
	await space.answer(onboarding, 'PUT /api/v1/settings', { as: space.admin, body: {
		association: 'Les Amis du Lac',
		contact: 'Odile at the desk',
		contactUrl: 'mailto:odile@example.org',
		steps: ['picture', 'upload', 'storage'].map((id) => ({ id, audience: everyone, texts: {}, url: '' })),
	} })
})

test('the welcome', async ({ space, visit }) => {
	const welcome = new WelcomeDialog(await visit(await space.person(), DASHBOARD))
	await expect(welcome.root).toMatchAriaSnapshot(`
		- dialog "Welcome to Les Amis du Lac":
		  - heading "Welcome to Les Amis du Lac" [level=2]
		  - button "Close"
		  - paragraph: /^This is the space where you keep files together/
		  - paragraph:
		    - link "Any question? Ask Odile at the desk."
		  - region "Make yourself comfortable":
		    - heading "Make yourself comfortable" [level=3]
		    - paragraph: /^Whatever you choose is saved at once\\. You can also skip all of it/
		    - combobox "Language":
		      - option "English" [selected]
		    - status
		    - group "Appearance":
		      - radio "As my device has it" [checked]
		      - radio "Light"
		      - radio "Dark"
		      - radio "High contrast"
		      - radio "High contrast, dark"
		      - status
		      - checkbox "Letters that are easier to tell apart, made for people with dyslexia"
		      - status
		  - button "Not now"
		  - button "Show me the first steps"
	`.replaceAll('\t', ''))
	if (embedded) {
		await expect(welcome.mails).toMatchAriaSnapshot(`
			- group "Notifications by mail":
			  - paragraph: /^If something was shared with you or written to you/
			  - radio "As it is set here" [checked]
			  - radio "Every hour"
			  - radio "Once a day"
			  - radio "Once a week"
			  - radio "Never"
			  - status
		`.replaceAll('\t', ''))
		await expect(welcome.mails).toHaveAccessibleDescription('If something was shared with you or written to you and you have not seen it here, a mail tells you:')
	}
})

test('the list: what is to do with its ways, what is done, what is put aside', async ({ space, visit }) => {
	const member = await settled(space)
	await space.upload(member, 'minutes.md', 2048, 1_700_000_000)
	await space.answer(onboarding, 'PUT /api/v1/steps/{id}', { as: member, params: { id: 'storage' }, body: { state: 'declined' } })
	await expect(new FirstStepsPage(await visit(member, FIRST_STEPS)).root).toMatchAriaSnapshot(`
		- main:
		  - navigation "First steps":
		    - list:
		      - listitem:
		        - link "First steps"
		      - listitem:
		        - link "I used … before"
		      - listitem:
		        - link "What words mean"
		      - listitem:
		        - link "Help"
		  - heading "Your first steps" [level=2]
		  - paragraph: /^Each step is ticked when your space shows that it is done/
		  - status: 1 of 2 done
		  - list "First steps":
		    - listitem:
		      - heading "Choose a profile picture to do" [level=3]
		      - paragraph: Take a photo or a drawing that you like.
		      - paragraph: /^The others then see at a glance/
		      - link "Go to my profile"
		      - 'button "Not for me: Choose a profile picture"'
		    - listitem:
		      - heading "Bring in a first file done" [level=3]
		  - paragraph: "Put aside:"
		  - list "Put aside":
		    - listitem:
		      - heading "See how much room you have not for me" [level=3]
		      - 'button "Take back: See how much room you have"'
		  - status
		  - status
		  - button "Put this list away"
		  - paragraph:
		    - link "Any question? Ask Odile at the desk."
	`.replaceAll('\t', ''))
})

test('the lines above the content', async ({ space, visit }) => {
	await expect(new Line(await visit(await newlyHere(space), FILES), 'hint').root).toMatchAriaSnapshot(`
		- region "What this app is for":
		  - status:
		    - paragraph: /^Files. what you keep and share with the others/
		  - link "What else is here for you"
		  - button "No more of these"
		  - button "Close"
	`.replaceAll('\t', ''))
	await expect(new Line(await visit(await fromBefore(space), DASHBOARD), 'news').root).toMatchAriaSnapshot(`
		- region "What changed in your space":
		  - status:
		    - strong: What changed in your space
		    - list:
		      - listitem
		  - button "Close"
	`.replaceAll('\t', ''))
})

test('what admins set up', async ({ space, visit }) => {
	await space.configure(onboarding.app, 'tasks', null)
	const list = new FirstStepsAdmin(await visit(await adminAtDesk(space), firstStepsAddress('tasks')))
	await expect(list.root).toMatchAriaSnapshot(`
		- tabpanel "First steps":
		  - tablist "First steps":
		    - tab /^To set up \\d+ open$/ [selected]
		    - tab "Invite people"
		    - tab "Steps and words"
		    - tab "Lines about apps"
		    - tab "Icons"
		    - tab "Figures"
		    - tab "From your host"
		  - tabpanel /^To set up/:
		    - heading "Set up the space" [level=2]
		    - paragraph: Each line is ticked by itself once it is done, whoever does it. All admins see the same list.
		    - paragraph: /^\\d+ of \\d+ done$/
		    - status
		    - list:
		      - listitem:
		        - heading /^Give the space its name and look (?:Open|Done)$/ [level=3]
		        - paragraph: /^People then see at once/
		        - link "Choose name, logo and colour"
		      - listitem:
		        - heading /^See to it that mails can be sent (?:Open|Done)$/ [level=3]
		      - listitem:
		        - heading "Be at least two admins Done" [level=3]
		        - paragraph: /^If you are ill/
		        - paragraph: /^There are \\d+ admins\\.$/
		        - link "Make somebody an admin"
		      - listitem:
		        - heading /^Invite people/ [level=3]
		        - button "Invite people"
		      - listitem:
		        - heading /^Let in who is waiting/ [level=3]
		        - link "See the disabled accounts"
		      - listitem:
		        - heading /^Make groups/ [level=3]
		      - listitem:
		        - heading /^Publish the charter (?:Open|Done)$/ [level=3]
		        - link "Write the charter"
		      - listitem:
		        - heading /^Share out the storage/ [level=3]
		      - listitem:
		        - heading /^Choose where people begin/ [level=3]
		      - listitem:
		        - heading "Take away icons that nobody needs Open" [level=3]
		        - button "See the icons"
		        - 'button "Done: Take away icons that nobody needs"'
		        - 'button "Not for us: Take away icons that nobody needs"'
		      - listitem:
		        - heading "Agree on how to hand over Open" [level=3]
		        - group: How to hand over when somebody leaves
		        - 'button "Done: Agree on how to hand over"'
		        - 'button "Not for us: Agree on how to hand over"'
	`.replaceAll('\t', ''))
})

test('what would become of a list of people', async ({ space, visit }) => {
	const word = `x${Date.now().toString(36)}`
	const invite = new InviteSection(await visit(await adminAtDesk(space), firstStepsAddress('invite')))
	await invite.check([`Anna ${word}, anna-${word}@example.org`, 'Bert, no address'])
	await expect(invite.root).toMatchAriaSnapshot(`
		- tabpanel "Invite people":
		  - heading "Invite people" [level=2]
		  - heading "What would become of the list" [level=3]
		  - paragraph: Nothing was made yet, and no mail was sent.
		  - list:
		    - listitem:
		      - strong: One person can be invited.
		    - listitem: One line is left out; the table says why.
		  - status: /1 can be invited, 1 are left out/
		  - group: What the columns are
		  - paragraph:
		    - combobox "Language of the invitation, where the list says none":
		      - option "The default language of the space" [selected]
		  - button "Invite one person"
		  - button "Change the list"
		  - status
		  - paragraph:
		    - combobox "Show":
		      - option "All lines (2)" [selected]
		      - option "Can be invited (1)"
		      - option "Left out (1)"
		  - region "The lines of the list":
		    - table "The lines of the list":
		      - rowgroup:
		        - row:
		          - columnheader "Line"
		          - columnheader "Who"
		          - columnheader "What becomes of it"
		          - columnheader "Login name"
		          - columnheader "Groups"
		          - columnheader "Quota"
		      - rowgroup:
		        - row:
		          - rowheader "1"
		          - cell /^Anna/
		          - cell "Can be invited"
		        - row:
		          - rowheader "2"
		          - cell "Bert, no address"
		          - cell "Left out This is no mail address that mails can be sent to."
	`.replaceAll('\t', ''))
})
