import { proposeSchool, schoolPage, searchSchools } from '@wirearchy/domain/school'
import { ProposeSchool, SchoolRef, SearchSchools } from '@wirearchy/domain/school/input'
import { member, router } from '../trpc.ts'

/** Schools of the register, and those that people told us of. */
export const school = router({
  search: member.input(SearchSchools).query(({ ctx, input }) => searchSchools(ctx, input)),
  page: member.input(SchoolRef).query(({ ctx, input }) => schoolPage(ctx, input)),
  propose: member.input(ProposeSchool).mutation(({ ctx, input }) => proposeSchool(ctx, input)),
})
