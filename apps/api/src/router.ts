import { account } from './routers/account.ts'
import { connection } from './routers/connection.ts'
import { coordination } from './routers/coordination.ts'
import { demo } from './routers/demo.ts'
import { group } from './routers/group.ts'
import { handover } from './routers/handover.ts'
import { meeting } from './routers/meeting.ts'
import { mentoring } from './routers/mentoring.ts'
import { merge } from './routers/merge.ts'
import { network } from './routers/network.ts'
import { notice } from './routers/notice.ts'
import { person } from './routers/person.ts'
import { programme } from './routers/programme.ts'
import { request } from './routers/request.ts'
import { review } from './routers/review.ts'
import { safety } from './routers/safety.ts'
import { school } from './routers/school.ts'
import { seat } from './routers/seat.ts'
import { space } from './routers/space.ts'
import { stint } from './routers/stint.ts'
import { createCallerFactory, router } from './trpc.ts'

/** The table of contents of everything that can be asked. */
export const appRouter = router({
  account,
  connection,
  coordination,
  demo,
  group,
  handover,
  meeting,
  mentoring,
  merge,
  network,
  notice,
  person,
  programme,
  request,
  review,
  safety,
  school,
  seat,
  space,
  stint,
})

export type AppRouter = typeof appRouter

export const callerFor = createCallerFactory(appRouter)

/** The same, called in process: what pages get as `context.api`. */
export type Api = ReturnType<typeof callerFor>
