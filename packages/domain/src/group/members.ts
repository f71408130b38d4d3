import { dayAsked, fold, type MemberCtx } from '@wirearchy/domain'
import { seenGroup } from './find.ts'
import type { Members } from './input.ts'
import { type MemberLine, memberLines } from './member-lines.ts'
import { yearsInWords } from './title.ts'

const PAGE_SIZE = 50
const inOrder = new Intl.Collator('en-GB').compare

const BY: Record<NonNullable<Members['sort']>, (line: MemberLine) => string> = {
  name: ({ name }) => name,
  school: ({ schools }) => schools[0]?.name ?? '\uffff',
  subject: ({ subjects }) => subjects[0] ?? '\uffff',
  joined: ({ startedOn }) => startedOn,
}

/**
 * Everybody in a group whom the viewer may see, fifty a page, in the asked order; as of an earlier day, who was in it
 * that day.
 * @throws Problem bad_input for a day to come
 */
export async function members(ctx: MemberCtx, { slug, sort = 'name', subject, page = 1, asOf }: Members) {
  const on = dayAsked(ctx, asOf)
  const { group, isLead } = await seenGroup(ctx.store.read, ctx, slug)
  const all = sorted(await memberLines(ctx, group.id, isLead, on), sort)
  const asked = subject ? all.filter((line) => teaches(line, subject)) : all
  const from = (page - 1) * PAGE_SIZE
  return {
    group: { slug: group.slug, name: group.name, years: yearsInWords(group.academicYear) },
    isLead,
    total: asked.length,
    pages: Math.max(1, Math.ceil(asked.length / PAGE_SIZE)),
    page,
    sort,
    subject: subject ?? null,
    people: asked.slice(from, from + PAGE_SIZE),
  }
}

/** True when somebody says they teach the subject, however it is written. */
export const teaches = ({ subjects }: MemberLine, subject: string) =>
  subjects.some((theirs) => fold(theirs) === fold(subject))

/** Lines in an order; names decide between equals. */
export function sorted(lines: MemberLine[], by: NonNullable<Members['sort']>) {
  const of = BY[by]
  return lines.toSorted((a, b) => inOrder(of(a), of(b)) || inOrder(a.name, b.name) || inOrder(a.id, b.id))
}
