// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text, with the holes of its templates
const DOMAIN = 'packages/domain/src'
const TABLE = ['tests:privacy/table.test']
const READS = ['tests:privacy/reads.test']
const ONE_TABLE = ['tests:privacy/one-table.test']

/** Ways to let somebody read what two people wrote, or learn of it, each with who should notice. The text has to be there. */
export const MUTANTS_OF_MENTORING = [
  {
    what: 'a school’s lead, and anybody else, comes into a pair’s space',
    file: `${DOMAIN}/mentoring/pair.ts`,
    before: 'if (!asked || ![asked.mentorId, asked.menteeId].includes(ctx.viewer)) throw',
    after: 'if (!asked) throw',
    tests: TABLE,
  },
  {
    what: 'a block keeps nobody out of a pair’s space',
    file: `${DOMAIN}/mentoring/pair.ts`,
    before: 'if ((await read.rows(apart)).length > 0) throw Problem.notFound()',
    after: 'await read.rows(apart)',
    tests: TABLE,
  },
  {
    what: 'private notes are shown to the other one',
    file: `${DOMAIN}/space/notes.ts`,
    before: 'and(eq(spaceNotes.isPrivate, true), eq(spaceNotes.by, side), isNull(spaceNotes.removedAt)),',
    after: 'and(eq(spaceNotes.isPrivate, true), isNull(spaceNotes.removedAt)),',
    tests: TABLE,
  },
  {
    what: 'a check-in is read by the other one',
    file: `${DOMAIN}/meeting/check-in.ts`,
    before: 'if (row?.by !== pair.side) throw',
    after: 'if (!row) throw',
    tests: TABLE,
  },
  {
    what: 'why somebody ended it is shown to the other one',
    file: `${DOMAIN}/space/endings.ts`,
    before: 'reason: isMine ? reason : null',
    after: 'reason',
    tests: READS,
  },
  {
    what: 'whoever is next on the list reads the need already',
    file: `${DOMAIN}/request/to-me.ts`,
    before: 'if (ask?.askedAt != null) return',
    after: 'if (ask) return',
    tests: TABLE,
  },
  {
    what: 'a mentor whom the asker keeps out still reads the need',
    file: `${DOMAIN}/request/to-me.ts`,
    before: 'if (await areApart(read, ctx.viewer, request.askerId)) throw Problem.notFound()',
    after: '',
    tests: TABLE,
  },
  {
    what: 'what somebody needs is in the ledger',
    file: `${DOMAIN}/request/send.ts`,
    before: 'const after = { unit: asked.unit }',
    after: 'const after = { unit: asked.unit, need: asked.need }',
    tests: ONE_TABLE,
  },
  {
    what: 'a note is in the ledger',
    file: `${DOMAIN}/space/add-note.ts`,
    before: "'note.written', { note: id })",
    after: "'note.written', { note: id, text })",
    tests: ONE_TABLE,
  },
  {
    what: 'the board shows what two people arranged themselves',
    file: `${DOMAIN}/coordination/pairs.ts`,
    before: /m\.kind = 'statutory' and m\.mentee_stint_id in \(\s*select stay\.id from/,
    after: 'm.mentee_id in (select stay.person_id from',
    tests: ['packages/domain:src/coordination/board'],
  },
  {
    what: 'the board shows pairs whose mentee has left the school',
    file: `${DOMAIN}/coordination/pairs.ts`,
    before: "stay.school_id = ${id} and stay.voided_at is null and ${liveOn('stay', today)})`",
    after: 'stay.school_id = ${id} and stay.voided_at is null)`',
    tests: ['packages/domain:src/coordination/board'],
  },
  {
    what: 'whoever runs a programme sees pairs with somebody who keeps them out',
    file: `${DOMAIN}/coordination/pairs.ts`,
    before: ' and m.mentor_id not in (${kept}) and m.mentee_id not in (${kept})',
    after: '',
    tests: TABLE,
  },
  {
    what: 'any text after the id opens a calendar',
    file: `${DOMAIN}/meeting/feed-token.ts`,
    before: 'given.length === due.length && timingSafeEqual(given, due)',
    after: 'given.length === due.length',
    tests: TABLE,
  },
  {
    what: 'an address that was taken back still opens a calendar',
    file: `${DOMAIN}/meeting/feed-file.ts`,
    before: 'and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt))',
    after: 'eq(calendarFeeds.id, id)',
    tests: ['packages/domain:src/meeting/feeds'],
  },
  {
    what: 'a bundle tells of whom its reader may not see any more',
    file: `${DOMAIN}/notice/send-digest.ts`,
    before: "if (paceOf(wishes, letter.kind) !== 'off' && (await mayStillGo(ctx, letter)))",
    after: "if (paceOf(wishes, letter.kind) !== 'off')",
    tests: ['packages/domain:src/notice/digest'],
  },
  {
    what: 'the wishes of one are shown to another',
    file: `${DOMAIN}/programme/wishes.ts`,
    before: 'eq(programmeWishes.personId, ctx.viewer))',
    after: 'eq(programmeWishes.programmeId, programmeId))',
    tests: ['packages/domain:src/programme/wishes'],
  },
  {
    what: 'a draft is read before its mentee said so',
    file: `${DOMAIN}/handover/pages.ts`,
    before: ', isNotNull(handovers.approvedAt)))',
    after: '))',
    tests: ['packages/domain:src/handover/'],
  },
  {
    what: 'who is erased leaves their notes behind',
    file: `${DOMAIN}/person/forget-mentoring.ts`,
    before: "await tx.update(spaceNotes).set({ text: '', removedAt: gone }).where(isTheirs(ids))",
    after: '',
    tests: ['tests:privacy/erased'],
  },
  {
    what: 'joining two records forgets whom one of them keeps apart',
    file: `${DOMAIN}/merge/parts/apart.ts`,
    before: 'other_id: isNow(row.other_id, journal)',
    after: 'other_id: row.other_id ?? null',
    tests: ['packages/domain:src/merge/mentoring'],
  },
]
