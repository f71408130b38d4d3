import type { Row } from './row.ts'
import { account } from './rows/account.ts'
import { connection } from './rows/connection.ts'
import { coordination } from './rows/coordination.ts'
import { demo } from './rows/demo.ts'
import { group } from './rows/group.ts'
import { handover } from './rows/handover.ts'
import { meeting } from './rows/meeting.ts'
import { mentoring } from './rows/mentoring.ts'
import { merge } from './rows/merge.ts'
import { network } from './rows/network.ts'
import { notice } from './rows/notice.ts'
import { person } from './rows/person.ts'
import { programme } from './rows/programme.ts'
import { request } from './rows/request.ts'
import { review } from './rows/review.ts'
import { safety } from './rows/safety.ts'
import { school } from './rows/school.ts'
import { seat } from './rows/seat.ts'
import { space } from './rows/space.ts'
import { stint } from './rows/stint.ts'

/** Every procedure of the product by its path, one row each: what it is, and what comes of asking it. */
export const TABLE: Record<string, Row> = {
  ...account,
  ...connection,
  ...coordination,
  ...demo,
  ...group,
  ...handover,
  ...meeting,
  ...mentoring,
  ...merge,
  ...network,
  ...notice,
  ...person,
  ...programme,
  ...request,
  ...review,
  ...safety,
  ...school,
  ...seat,
  ...space,
  ...stint,
}
