// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text, with the holes of its templates
const DOMAIN = 'packages/domain/src'
const TIES = `${DOMAIN}/network/ties.ts`
const FACTS = `${DOMAIN}/person/facts-as-of.ts`
const LINE = `${DOMAIN}/person/career-line.ts`
const MEMBERS = `${DOMAIN}/group/member-lines.ts`
const STAFF = `${DOMAIN}/stint/staff.ts`
const THERE = `${DOMAIN}/network/near/known-there.ts`

/** Ways in which "as of an earlier day" could tell too much or too little: see ways-to-break.mjs. */
export const MUTANTS_OF_THE_PAST = [
  [
    'a tie of later shows on an earlier day',
    TIES,
    /(mentor_id = \$\{personId\} and voided_at is null) and started_on <= \$\{asOf\}/,
    '$1',
  ],
  ['an end after the day shows', TIES, 'when ${end} < ${on} then', "when ${end} < '9999' then"],
  [
    'the last day of a tie is over on that day',
    TIES,
    'when ${end} < ${on} then',
    'when ${end} <= ${on} then',
  ],
  [
    'where somebody was is asked of today’s stays',
    `${DOMAIN}/network/schools-now.ts`,
    "${liveOn('there', on)}",
    "${liveOn('there', ctx.today)}",
  ],
  [
    'where somebody was needs no leave',
    `${DOMAIN}/network/schools-now.ts`,
    'there.id in (${visibleStints(ctx, among)}) and ',
    'there.voided_at is null and ',
  ],
  ['stays of later are on the page', FACTS, 'rows.filter(({ startedOn }) => startedOn <= on)', 'rows'],
  ['an end of later is on the page', FACTS, 'row.finishedOn < on ? row', "row.finishedOn < '9999' ? row"],
  [
    'the last day of a stay is over on that day',
    FACTS,
    'row.finishedOn < on ? row',
    'row.finishedOn <= on ? row',
  ],
  ['others read the roles of before', FACTS, 'isMe ? held : held.slice(-1)', 'held'],
  ['a role of later shows', FACTS, 'known.findLast(({ startedOn }) => startedOn <= on)', 'known.at(-1)'],
  ['others read of a break that is over', FACTS, 'isMe || covers(pause, facts.today)', 'true'],
  ['courses of later are on the line', LINE, 'and (not ${isPast} or m.started_on <= ${on})', ''],
  [
    'who left the group before, or came later, was in it',
    MEMBERS,
    "${isPast ? liveOn('theirs', on) : sql`1 = 1`}",
    '1 = 1',
  ],
  [
    'how a time in the group ended is told',
    MEMBERS,
    'const isKnown = isPast\n    ? sql`1 = 0`',
    'const isKnown = isPast\n    ? sql`1 = 1`',
  ],
  [
    'a school’s lead sees who was there then',
    STAFF,
    "s.voided_at is null and ${liveOn('s', today)} and s.started_on <= ${on}",
    "s.voided_at is null and ${liveOn('s', on)}",
  ],
  [
    'staff who came later were there',
    STAFF,
    "s.voided_at is null and ${liveOn('s', today)} and s.started_on <= ${on}",
    "s.voided_at is null and ${liveOn('s', today)}",
  ],
  [
    'colleagues of today were beside me then',
    THERE,
    "${liveOn('mine', on)} and ${liveOn('theirs', on)}",
    "${liveOn('theirs', on)}",
  ],
  [
    'whom I know there is asked of today',
    THERE,
    "${liveOn('there', question.on)}",
    "${liveOn('there', ctx.today)}",
  ],
  ['a day to come can be asked about', `${DOMAIN}/as-of.ts`, 'if (asOf > today)', "if (asOf > '9999')"],
]
