import type { Profession } from '@wirearchy/domain/cast/profession'
import type { PairRow, SpanRow, World } from '@wirearchy/graph'

/** The made profession as rows for the index, each list readable once. */
export function worldOf({ people, memberships, stints, mentorships, connections }: Profession): World {
  return {
    people: people.count,
    groupSpans: spans(memberships.person, memberships.group, memberships),
    schoolSpans: spans(stints.person, stints.school, stints),
    mentorships: pairs(mentorships.mentor, mentorships.mentee, mentorships),
    connections: pairs(connections.a, connections.b, connections),
  }
}

type Days = { from: Int32Array; to: Int32Array }

function* spans(person: Int32Array, context: Int32Array, { from, to }: Days): Generator<SpanRow> {
  for (let row = 0; row < person.length; row++) {
    yield { row, person: person[row]!, context: context[row]!, from: from[row]!, to: to[row]! }
  }
}

function* pairs(a: Int32Array, b: Int32Array, { from, to }: Days): Generator<PairRow> {
  for (let row = 0; row < a.length; row++) {
    yield { row, a: a[row]!, b: b[row]!, from: from[row]!, to: to[row]! }
  }
}
