import { addDays, type Ctx, dayOf } from '@wirearchy/domain'
import { POST, type Post } from './kinds.ts'
import type { Mail } from './may-still-go.ts'
import { unsubscribeUrl } from './unsubscribe-token.ts'

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' })
const DATE = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long' })

/** Several held letters as one: a line each, with where to go on and the buttons that the letter had. */
export const digestLetter = (
  ctx: Ctx,
  letters: Mail[],
  { pace, unsubscribe }: { pace: 'daily' | 'weekly'; unsubscribe: string },
) => ({
  kind: 'digest',
  subject: subjectOf(ctx, letters),
  text: `${letters.length === 1 ? 'One thing' : `${letters.length} things`} for you:

${letters.map((letter) => item(ctx, letter)).join('\n\n')}
${letters.some(({ calendar }) => calendar !== null) ? WITH_FILES : ''}
--
This comes ${pace === 'daily' ? 'on school days' : 'once a week'}, and only when there is something. How often, and at what time:
${ctx.origin}/settings/notices
To stop it:
${unsubscribe}
`,
})

/** "Your Monday post: 4 things"; of one thing, what it is; of notes alone, "2 new notes since Friday". */
function subjectOf({ now }: Ctx, letters: Mail[]) {
  const [first] = letters
  if (first && letters.length === 1) return lineOf(first)
  if (first && letters.every(({ kind }) => kind === 'note_shared'))
    return `${letters.length} new notes ${sinceWords(now, first.createdAt)}`
  return `Your ${WEEKDAY.format(now)} post: ${letters.length} things`
}

/** "today", "since Friday"; of a week ago or more "since 13 November". */
function sinceWords(now: number, at: number) {
  if (dayOf(at) === dayOf(now)) return 'today'
  return `since ${dayOf(at) > addDays(dayOf(now), -7) ? WEEKDAY.format(at) : DATE.format(at)}`
}

const WITH_FILES = `
For your calendar: open what is attached.
`

const lineOf = ({ line, subject }: Mail) => line ?? subject

function item(ctx: Ctx, letter: Mail) {
  const page = `${ctx.origin}${letter.href ?? '/notices'}`
  return [`* ${lineOf(letter)}`, page, ...buttonsIn(ctx, letter.text)].join('\n  ')
}

/** The lines of a letter that hold a button's address, each with the words before it. */
function buttonsIn({ origin }: Ctx, text: string) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.flatMap((line, n) => {
    if (!line.includes(`${origin}/do/`)) return []
    const isBare = line.trim().startsWith(origin)
    return [isBare ? `${lines[n - 1]?.trim() ?? ''} ${line.trim()}`.trim() : line.trim()]
  })
}

/** A letter with the two ways to have fewer of them. */
export const withFooter = (ctx: Ctx, text: string, personId: string, post: Post) => `${text.trimEnd()}

--
How soon letters like this come (${POST[post].name.toLowerCase()}), and when they must wait:
${ctx.origin}/settings/notices
To stop them:
${unsubscribeUrl(ctx, personId, post)}
`
