// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The ready articles, English. */

import type { Article } from './ready.ts'

export const articles: Article[] = [
	{
		id: 'not-for-profit',
		title: 'Not for profit',
		sentence: 'Our money serves what we do together; nobody grows rich on it.',
		paragraph: 'The association’s money serves its activities and nothing else. What is left at the end of the year stays in the association, for the year to come. Nobody receives a share of it, neither the members nor those who run it. Whoever advances money for the association is paid back what it cost, against a receipt. If the association employs somebody, the pay is decided by the people elected for it, and every member may know how it is worked out.',
	},
	{
		id: 'one-person-one-voice',
		title: 'One person, one voice',
		sentence: 'We decide together: every member has one voice, and every voice weighs the same.',
		paragraph: 'Important decisions are taken by all members, at a general meeting or by a vote open to everyone. Each member has one voice, whatever their age, their contribution or the years they have been with us. The questions to be decided are sent out beforehand, in words that everyone understands. We look for an agreement first, and vote when talking is not enough. Duties are given for a limited time and rotate, so that nobody becomes irreplaceable and everyone can learn.',
	},
	{
		id: 'free-software',
		title: 'Free software and open formats',
		sentence: 'We prefer free software, which anyone may use, study, share and improve.',
		paragraph: 'For our work we choose free software wherever it does what we need: anyone may use it, see how it works, share it and improve it. We keep our documents in open formats, so that they can still be read in twenty years and we can change tools without losing anything. Nobody is made to open an account with a company in order to take part. Where we still use a tool that is not free, we say so, and look again from time to time for another one. Those who know help those who are learning.',
	},
	{
		id: 'personal-data',
		title: 'Care for personal data',
		sentence: 'We ask only for what we need to know about you, keep it safe, and give it to nobody.',
		paragraph: 'We ask people only for what the association really needs to know, and say what it is for. Only those who need this information for their task can see it. We do not sell it, lend it or give it to anyone, unless the law obliges us to. We delete it when it is of no more use. Nobody’s picture, address or telephone number is passed on or published without their consent. Everyone may ask at any time what we know about them, have it corrected, or have it deleted. If something goes wrong with these data, we tell the people concerned without delay.',
	},
	{
		id: 'inclusion',
		title: 'A welcome for everyone, and no harassment',
		sentence: 'Everyone is welcome as they are; we accept neither insults nor harassment from anyone.',
		paragraph: 'Everyone is welcome here with their body, age, gender, origin, language, beliefs, loves, health and means. We speak to each other with respect, face to face and in writing. Insults, mockery, pressure, unwanted advances and harassment have no place among us, whoever they come from; “it was only a joke” does not excuse them. Whoever suffers or sees such a thing can speak to the trusted people the association has named. They listen, believe, keep it to themselves if asked to, and act. We look at our meeting places, our times and our prices: may everyone really come?',
	},
	{
		id: 'mutual-help',
		title: 'Mutual help',
		sentence: 'We help each other: a question is as welcome as an answer.',
		paragraph: 'Everyone comes with something they know and something they do not know. We ask without shame and explain without showing off. We do things with people, not in their place, so that each one can do it alone the next time. Tools, places and knowledge that belong to the association are shared and given back in good order. Help is a gift and not a debt: nobody has to earn it. And whoever has too much to do may say so; then we share the work out again.',
	},
	{
		id: 'sobriety',
		title: 'Using little',
		sentence: 'We use little: we repair, share and borrow before we buy, on screen as in life.',
		paragraph: 'Before we buy, we ask whether we could repair, borrow, share or do without. We prefer what lasts, what is second-hand and what is made near by. For our journeys we think of walking, cycling, trains and shared cars first. Digital things weigh something too: we send a link rather than an attachment, keep our devices for as long as they work, and sort out from time to time what nobody needs any more. Using little must not leave anyone behind: nobody is blamed for not being able to do otherwise.',
	},
	{
		id: 'independence',
		title: 'Independence',
		sentence: 'Nobody buys our opinion: we stay free of parties, companies and beliefs.',
		paragraph: 'The association belongs to its members. We gladly accept help from public bodies, foundations or companies as long as it does not dictate what we do or say. Who gives us money, and how much, is known to all members. We campaign for no party and for no religion; every member is free to do so elsewhere, in their own name. Our name, our lists of addresses and our events are not for sale to advertising. Whoever has a personal interest in a decision says so, and leaves the decision to the others.',
	},
	{
		id: 'transparency',
		title: 'Transparency of decisions and accounts',
		sentence: 'What is decided and what is spent can be read by every member.',
		paragraph: 'Every member can read the minutes of our meetings, the decisions and the reasons for them, soon after they were taken and in a place that is easy to find. The accounts are open: once a year they are presented in plain words, and anyone may ask questions about them throughout the year. It is known who is responsible for what, and how to reach them. Only what concerns people’s private life remains confidential. If we make a mistake, we say so and put it right.',
	},
	{
		id: 'protection',
		title: 'Children and vulnerable people',
		sentence: 'Children, and people who are fragile for a while or for good, are especially protected among us.',
		paragraph: 'Children and vulnerable people must be safe with us. As far as possible, an adult is never alone with a child out of everyone’s sight, and no private messages pass between them without the parents knowing. Pictures of children are taken and shown only with the consent of their parents and of the children themselves. A “no” is always respected, at any age. Whoever is worried about a child or a vulnerable person speaks of it at once to the people the association has named; in danger, we call the emergency services without waiting for anybody’s permission. The child’s interest goes before the association’s reputation.',
	},
	{
		id: 'remote-equality',
		title: 'Near or far, the same rights',
		sentence: 'Whether you are in the room or far away, you can take part, speak and vote alike.',
		paragraph: 'Whoever cannot come, because of distance, work, health or children, is a member like the others. As often as we can, our meetings can also be followed from afar, with simple means, by telephone if need be. Those who are far away are given the floor as often as those in the room, and they vote too. Documents are shared before the meeting and the minutes afterwards, and important decisions leave a few days to give one’s opinion in writing. The opposite holds as well: nobody is kept away for lack of a computer or of ease with one; we help, print or telephone.',
	},
	{
		id: 'conflict',
		title: 'How we settle conflicts',
		sentence: 'When we disagree, we talk first, then ask for help; nobody is judged without being heard.',
		paragraph: 'To disagree is normal, and often useful. We talk about it first between those concerned, soon and calmly, about what was done and not about what people are. If that is not enough, each side may ask for a mediator whom both accept, from the association or from elsewhere. If a decision has to be taken, it is taken by people who are not involved, after hearing everyone, and its reasons are given in writing. A sanction is in proportion, limited in time where possible, and may be contested before the general meeting. Violence and harassment are not conflicts between two opinions: there, protection comes first.',
	},
	{
		id: 'shared-space',
		title: 'Our space online',
		sentence: 'Our online space belongs to all of us: we keep it tidy, safe and for the association.',
		paragraph: 'Our online space holds the common work of the association. Everyone uses their own account and keeps the password to themselves. We share with those who need it, and stop sharing when it is over. Files have names that others understand, and we do not delete or change other people’s work without asking them. Room is limited: private collections belong elsewhere. Whoever looks after the space sees no more than the task demands and keeps it to themselves. If something looks odd, a strange message or a lost telephone, we tell them at once; nobody is blamed for it.',
	},
	{
		id: 'living-charter',
		title: 'A charter that lives',
		sentence: 'This charter is ours: we read it again every year, and anyone may propose a change.',
		paragraph: 'This charter says what we want to be, and we do not always manage it. We read it again together once a year. Any member may propose to change a word of it; a change is talked over, then decided by all. To answer “I decline” excludes nobody: it is the beginning of a conversation, and we want to hear it. Whoever finds that we do not keep to our charter may say so, to anyone of us, without fear.',
	},
]
