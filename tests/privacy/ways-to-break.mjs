// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text, with the holes of its templates
const SIGHT = 'packages/domain/src/visibility/sight.ts'
const VISIBLE = 'packages/domain/src/visibility/visible.ts'
const TIES = 'packages/domain/src/network/ties.ts'

/** What is broken, where, and how: the first text becomes the second, and has to be there. */
export const MUTANTS = [
  [
    'blocks count for nothing',
    SIGHT,
    'where seen.person_id not in (${blockedWith(ctx.viewer)})',
    'where 1 = 1',
  ],
  ['a block holds one way only', SIGHT, /\n\s*union select blocker_id from blocks[^`]*/, ''],
  [
    'a lifted block still holds',
    SIGHT,
    'blocker_id = ${viewer} and lifted_at is null',
    'blocker_id = ${viewer}',
  ],
  ['the last day is outside', SIGHT, '${FOREVER}) >= ${day})`', '${FOREVER}) > ${day})`'],
  [
    'touching days are no overlap',
    SIGHT,
    'return sql`${t}.started_on <= coalesce',
    'return sql`${t}.started_on < coalesce',
  ],
  ['a told stay counts as confirmed', SIGHT, "and theirs.confidence <> 'told'", ''],
  ['a hidden stay makes people near', SIGHT, "and not ${hidden('theirs', 'their_audience', today)}", ''],
  [
    'who hides their own stay still sees colleagues',
    SIGHT,
    "and not ${hidden('mine', 'my_audience', today)}",
    '',
  ],
  [
    'a lead keeps access after the last day',
    SIGHT,
    /(select 2|theirs\.person_id, 2)( from stints theirs[\s\S]*?)and \$\{liveOn\('theirs', today\)\}/,
    '$1$2',
  ],
  [
    'a lead who left the school still leads it',
    SIGHT,
    "and own.voided_at is null and ${liveOn('own', today)}",
    '',
  ],
  [
    'a grant that ended still leads',
    SIGHT,
    "where grant_.person_id = ${viewer} and ${liveOn('grant_', today)}",
    'where grant_.person_id = ${viewer}',
  ],
  [
    'groups without a shared day make peers',
    SIGHT,
    "where mine.person_id = ${viewer} and mine.voided_at is null and theirs.voided_at is null\n  and ${overlap('mine', 'theirs')}`",
    'where mine.person_id = ${viewer} and mine.voided_at is null and theirs.voided_at is null`',
  ],
  [
    'memberships written by mistake count',
    SIGHT,
    /(peerMemberships[\s\S]*?mine\.voided_at is null) and theirs\.voided_at is null/,
    '$1',
  ],
  [
    'ties of days to come count now',
    SIGHT,
    'and mine.started_on <= ${today} and theirs.started_on <= ${today}\n  union all select person_hi',
    '\n  union all select person_hi',
  ],
  ['a school that is none makes people near', SIGHT, "and place.kind in ('school', 'pending')", ''],
  [
    'stays of before are shown to ties',
    VISIBLE,
    "coalesce(then_.level, 'only_me')",
    "coalesce(then_.level, 'ties')",
  ],
  [
    'a stay’s own audience is forgotten',
    VISIBLE,
    'coalesce(there.audience, now_.level',
    'coalesce(now_.level',
  ],
  ['a stay to come is shown', VISIBLE, 'and there.started_on <= ${ctx.today}', ''],
  [
    'ties are listed without asking who is in sight',
    TIES,
    'join (${sight(ctx)}) in_sight on in_sight.person_id = tie.other_id',
    '',
  ],
]
