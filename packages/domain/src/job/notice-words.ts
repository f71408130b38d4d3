import { MEETING_SENTENCES, meetingPage } from './meeting-words.ts'
import { REQUEST_SENTENCES, requestPage } from './request-words.ts'

/** What a notice knows when it is shown. */
export interface Told {
  kind: string
  refs: Record<string, string>
  aboutId: string | null
  about: string | null
  /** The name of the training group it speaks of. */
  group: string | null
}

interface Words {
  text: string
  /** The page it leads to; null when there is none. */
  href: string | null
}

/** A notice in a sentence, with the page where the rest is. It never names a school: that page knows who may see it. */
export function noticeWords(told: Told): Words {
  const name = told.about ?? 'Somebody'
  const group = told.group ?? 'a training group'
  const text = SENTENCES[told.kind]?.({ name, group }) ?? `${name} has news for you.`
  return { text, href: pageOf(told) }
}

function pageOf({ kind, refs, aboutId }: Told) {
  const request = requestPage(kind, refs) ?? meetingPage(kind, refs)
  if (request) return request
  if (kind === 'group.voided') return '/groups'
  if (kind.startsWith('group.')) return refs.slug ? `/groups/${refs.slug}` : '/groups'
  if (kind === 'merge.asked') return '/settings/same-person'
  if (kind === 'claim.made') return refs.move ? `/moving/${refs.move}` : '/moving'
  if (kind === 'school.listed') return '/story'
  if (kind === 'school.carried' || kind === 'school.renamed') return `/schools/${refs.school}`
  if (kind === 'school.closed') return '/moving'
  if (kind === 'school.which' || kind === 'school.changed') return `/moving/school/${refs.stint}`
  if (kind === 'move.leaving' || kind === 'move.joining') return null
  if (kind === 'mentorship.ended' && refs.mentorship) return `/mentoring/${refs.mentorship}/keep`
  if (kind === 'programme.matched') return `/mentoring/${refs.mentorship}`
  if (kind === 'programme.wishes') return `/programmes/${refs.programme}/wishes`
  if (kind.startsWith('programme.')) return `/programmes/${refs.programme}`
  if (kind.startsWith('nudge.')) return `/mentoring/${refs.mentorship}`
  if (kind.startsWith('handover.')) return `/mentoring/${refs.mentorship}/handover`
  if (kind.startsWith('agreement.')) return `/mentoring/${refs.mentorship}/agreement`
  if (IN_SPACE.includes(kind)) return refs.mentorship ? `/mentoring/${refs.mentorship}` : '/mentoring'
  return aboutId ? `/people/${aboutId}` : null
}

/** What is to be read in the space of a pair. */
const IN_SPACE = [
  ...['mentoring.ended', 'mentoring.thanked', 'mentoring.again', 'note.shared', 'step.given'],
  ...['mentorship.kept', 'mentorship.started'],
]

type Sentence = (told: { name: string; group: string }) => string

const SENTENCES: Record<string, Sentence | undefined> = {
  ...MEETING_SENTENCES,
  ...REQUEST_SENTENCES,
  'agreement.changed': ({ name }) =>
    `${name} wrote down what you two agree on in your mentoring. Say yes, or change it.`,
  'agreement.made': ({ name }) => `${name} says yes to what you agreed on in your mentoring.`,
  'claim.made': () => 'A school says when your time there begins or ends. Is that right?',
  'connection.made': ({ name }) => `${name} says that you know each other.`,
  'group.joined': ({ name, group }) => `${name} joined ${group}.`,
  'group.led': ({ name, group }) => `${name} made you a lead of ${group}.`,
  'group.transferred': ({ name, group }) => `${name} moved you to ${group}.`,
  'group.voided': ({ group }) => `You were taken off ${group}: you had been put there by mistake.`,
  'handover.answered': ({ name }) => `${name} wrote about your hand-over.`,
  'handover.approved': ({ name }) => `${name} wrote a hand-over page that you may read.`,
  'handover.said': ({ name }) => `There is something new about ${name}’s hand-over.`,
  'mentoring.again': ({ name }) => `${name} said that you may ask for mentoring again about now.`,
  'mentoring.ended': ({ name }) => `Your mentoring with ${name} has ended, with thanks. You stay tied.`,
  'mentoring.thanked': ({ name }) => `${name} left a few words of thanks for your mentoring.`,
  'merge.asked': ({ name }) => `${name} asks whether you have two records here.`,
  'mentorship.ended': ({ name }) => `The mentoring between you and ${name} ended with a move. You stay tied.`,
  'mentorship.kept': ({ name }) => `${name} would like the mentoring to go on, wherever you two teach.`,
  'mentorship.started': ({ name }) => `Your school put you and ${name} together as mentor and new teacher.`,
  'nudge.coordinator': ({ name }) =>
    `Whoever looks after your mentoring with ${name} asks: is it still useful? Book, pause or finish well.`,
  'nudge.quiet': ({ name }) =>
    `It has been quiet between you and ${name}. Still useful? Book, pause or finish well.`,
  'nudge.unbooked': ({ name }) => `You and ${name} have not booked a first meeting yet.`,
  'note.shared': ({ name }) => `${name} shared a note with you.`,
  'step.given': ({ name }) => `${name} wrote down a next step for you.`,
  'programme.asked': ({ name }) => `${name} asks you to take part in a mentoring programme.`,
  'programme.matched': ({ name }) => `You and ${name} were put together as mentor and mentee.`,
  'programme.placed': () => 'A mentoring programme has been matched. See whom you were put together with.',
  'programme.unmatched': () => 'A mentoring programme was matched, and there was nobody for you this time.',
  'programme.wishes': () => 'You can say now whom you would like in a mentoring programme.',
  'school.carried': () => 'Your school has become part of another one. You and your people came along.',
  'school.changed': () => 'Your school has changed in the official list. Which one are you at now?',
  'school.closed': () =>
    'A school of yours has closed, so we took your time there as over. Where are you now?',
  'school.listed': () => 'A school that you wrote down by name is in the list now. Is it the right one?',
  'school.renamed': () => 'Your school has a new name. Everything else is as it was.',
  'school.which': () => 'We could not find a school that you wrote down by name. Which one did you mean?',
  'move.announced': ({ name }) => `${name} is moving school.`,
  'move.joining': ({ name }) => `${name} is joining your school.`,
  'move.leaving': ({ name }) => `${name} is leaving your school.`,
}
