import type { Row } from './row.ts'
import { account } from './rows/account.ts'
import { connection } from './rows/connection.ts'
import { demo } from './rows/demo.ts'
import { group } from './rows/group.ts'
import { merge } from './rows/merge.ts'
import { network } from './rows/network.ts'
import { notice } from './rows/notice.ts'
import { person } from './rows/person.ts'
import { review } from './rows/review.ts'
import { safety } from './rows/safety.ts'
import { school } from './rows/school.ts'
import { seat } from './rows/seat.ts'
import { stint } from './rows/stint.ts'

/** Every procedure of the product by its path, one row each: what it is, and what comes of asking it. */
export const TABLE: Record<string, Row> = {
  ...account,
  ...connection,
  ...demo,
  ...group,
  ...merge,
  ...network,
  ...notice,
  ...person,
  ...review,
  ...safety,
  ...school,
  ...seat,
  ...stint,
}
