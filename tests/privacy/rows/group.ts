import { aboutAMember, forItsLead, forMembers, own, ownWrite, type Row } from '../row.ts'
import { inGroup } from '../tess/relations.ts'

const slug: Row['input'] = ({ group }) => ({ slug: group.slug })
const COURSE = {
  provider: 'University of York',
  name: 'York PGCE',
  startedOn: '2026-09-01',
  finishedOn: '2027-06-25',
}

/** Training groups, of which one is Tess's. */
export const group: Record<string, Row> = {
  'group.mine': own,
  'group.page': forMembers(slug),
  'group.members': forMembers(slug),
  'group.member': aboutAMember(({ group, personId }) => ({ slug: group.slug, personId }), 'ok'),
  'group.links': forItsLead(slug),
  'group.linkPage': {
    door: 'open',
    input: ({ group: { code } }) => ({ code }),
    goes: () => 'ok',
    /** Whoever holds the link reads which group it is of. */
    also: () => ['group'],
  },
  'group.create': { ...ownWrite, input: () => COURSE },
  'group.join': { ...own, input: ({ group: { code } }) => ({ code }), isAboutHer: true },
  'group.makeLink': forItsLead(slug),
  'group.revokeLink': forItsLead(({ group }) => ({ slug: group.slug, linkId: group.linkId })),
  'group.makeLead': aboutAMember(({ group, personId }) => ({ slug: group.slug, personId }), 'ok'),
  'group.leave': forMembers(slug, {
    goes: (relation, state) => (inGroup(relation, state) === 'none' ? 'not_found' : 'conflict'),
  }),
  'group.defer': aboutAMember(
    ({ group, personId }) => ({ slug: group.slug, personId, lastDay: '2026-03-16' }),
    'conflict',
    'conflict',
  ),
  'group.resume': aboutAMember(
    ({ group, personId }) => ({ slug: group.slug, personId, startedOn: '2025-06-20' }),
    'not_found',
    'not_found',
  ),
  'group.changeStart': aboutAMember(
    ({ group, personId }) => ({ slug: group.slug, personId, startedOn: '1999-09-01' }),
    'bad_input',
    'bad_input',
  ),
  'group.transfer': aboutAMember(
    ({ group, personId }) => ({
      slug: group.slug,
      personId,
      toSlug: group.slug,
      startedOn: '2025-06-20',
    }),
    'bad_input',
  ),
  'group.voidMembership': aboutAMember(
    ({ group, personId }) => ({ slug: group.slug, personId, reason: 'by mistake' }),
    'ok',
  ),
}
