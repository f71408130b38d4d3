import { schoolChanges } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { grantReviewer } from '@wirearchy/domain/review'
import { proposeSchool } from '@wirearchy/domain/school'
import type { TessWorld } from './world.ts'

/** Somebody looks after the list of schools; what became of Tess's earlier school waits there, and a school she told of. */
export async function fillReview(w: TessWorld) {
  const { people, schools, tokens, house } = w
  await grantReviewer(house.ctx(), { personId: people.reviewer })
  w.hers.changeId = newId(house.ctx().now)
  await w.store.tx((tx) =>
    tx.insert(schoolChanges).values({
      ...{ id: w.hers.changeId, kind: 'split', fromSchoolId: schools.past, toSchoolId: schools.elsewhere },
      ...{ effectiveOn: '2025-08-31', state: 'needs_review', cause: 'links', createdAt: 1 },
      why: 'Two schools follow it.',
    }),
  )
  const told = { name: tokens.toldSchool[0] as string, town: 'Leeds', nation: 'scotland' as const }
  w.hers.toldSchoolId = (await proposeSchool(w.as(people.self), told)).id
}
