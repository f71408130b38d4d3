import { led, near, people, personPage } from '@wirearchy/domain/network'
import { NearQuery, PeopleQuery, PersonRef } from '@wirearchy/domain/network/input'
import { member, router } from '../trpc.ts'

/** What my ties add up to. */
export const network = router({
  people: member.input(PeopleQuery).query(({ ctx, input }) => people(ctx, input)),
  person: member.input(PersonRef).query(({ ctx, input }) => personPage(ctx, input)),
  near: member.input(NearQuery).query(({ ctx, input }) => near(ctx, input.schoolId, input.asOf)),
  led: member.query(({ ctx }) => led(ctx)),
})
