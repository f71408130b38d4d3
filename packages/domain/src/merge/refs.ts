/** What a ledger entry calls a row of each table of history, so that the index and the ledger's replay know it. */
const CALLED: Record<string, string> = {
  stints: 'stint',
  stint_roles: 'role',
  moves: 'move',
  move_claims: 'claim',
  mentorships: 'mentorship',
  groups: 'group',
  group_memberships: 'membership',
  group_leads: 'groupLead',
  school_leads: 'schoolLead',
  register_reviewers: 'reviewer',
  connections: 'connection',
  connection_requests: 'request',
  blocks: 'block',
  pauses: 'pause',
  links: 'link',
  seats: 'seat',
  people: 'person',
  person_names: 'name',
  person_identifiers: 'identifier',
  accounts: 'account',
  account_emails: 'address',
}

/** References to every row of history that was changed, numbered by kind: stint1, stint2, block1 … */
export const refsOf = (touched: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string> =>
  Object.fromEntries(
    [...touched].flatMap(([table, ids]) =>
      CALLED[table] ? [...ids].sort().map((id, at) => [`${CALLED[table]}${at + 1}`, id]) : [],
    ),
  )
