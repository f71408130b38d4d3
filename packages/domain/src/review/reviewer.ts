import { sql } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { liveOn } from '@wirearchy/domain/visibility'

/** True when the viewer looks after the list of schools today: by a live grant, or as the operator at a terminal. */
export async function isReviewer({ store, viewer, actor, today }: Ctx): Promise<boolean> {
  if (viewer === null) return actor === 'operator'
  const rows = await store.read.rows(sql`
    select 1 from register_reviewers grant_ join people p on p.id = grant_.person_id and p.status = 'active'
    where grant_.person_id = ${viewer} and ${liveOn('grant_', today)}`)
  return rows.length > 0
}

/** @throws Problem not_found for everybody else: that there is such a page is nobody's to learn */
export async function mustReview(ctx: Ctx) {
  if (!(await isReviewer(ctx))) throw Problem.notFound()
}
