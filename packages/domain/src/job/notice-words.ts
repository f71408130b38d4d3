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
  const personPage = told.aboutId ? `/people/${told.aboutId}` : null
  const groupPage = told.refs.slug ? `/groups/${told.refs.slug}` : '/groups'
  const words = WORDS[told.kind]?.({ name, group, ...told.refs })
  if (!words) return { text: `${name} has news for you.`, href: personPage }
  return { text: words, href: told.kind.startsWith('group') ? groupPage : personPage }
}

type Sentence = (told: { name: string; group: string }) => string

const WORDS: Record<string, Sentence | undefined> = {
  'connection.made': ({ name }) => `${name} says that you know each other.`,
  'mentorship.ended': ({ name }) =>
    `The mentoring between you and ${name} at your school has ended. You stay tied.`,
  group_joined: ({ name, group }) => `${name} joined ${group}.`,
  group_lead: ({ name, group }) => `${name} made you a lead of ${group}.`,
  group_transferred: ({ name, group }) => `${name} moved you to ${group}.`,
  group_voided: ({ name, group }) => `${name} took you off ${group}, where you had been put by mistake.`,
}
