import { eq, people, profiles } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { audiencesToday } from './audiences.ts'
import { NATIONS, PHASES, REGIONS, STAGES } from './choices.ts'
import { UNNAMED } from './create.ts'
import { hasBeenSetUp } from './set-up.ts'
import { NATION_WORDS, PHASE_WORDS, REGION_WORDS, stageWord } from './words.ts'

/** What the viewer says of themselves, as their forms need it, with the choices in their nation's words. */
export async function myProfile(ctx: MemberCtx) {
  const [row] = await ctx.store.read
    .select({ name: people.displayName, profile: profiles })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(eq(people.id, ctx.viewer))
  if (!row) throw Problem.notFound()
  const held = await audiencesToday(ctx.store.read, ctx)
  const { personId, updatedAt, ...values } = row.profile ?? EMPTY
  return {
    /** Empty until they have said it. */
    name: row.name === UNNAMED ? '' : row.name,
    values,
    /** True once they have a name here, and answered or skipped the first questions or said their stage elsewhere. */
    isSetUp: row.name !== UNNAMED && (values.stage !== null || (await hasBeenSetUp(ctx))),
    currentSchool: held.current_school,
    twoHops: held.two_hops === 'only_me' ? 'no' : 'yes',
    choices: choicesFor(values.nation),
  }
}

const EMPTY = {
  personId: '',
  updatedAt: 0,
  pronouns: null,
  stage: null,
  phase: null,
  subjects: [],
  languages: [],
  region: null,
  trainedWith: null,
  nation: null,
  askMeAbout: null,
  helpWith: null,
}

const choicesFor = (nation: string | null) => ({
  stage: STAGES.map((value) => ({ value, label: stageWord(value, nation) })),
  phase: PHASES.map((value) => ({ value, label: PHASE_WORDS[value] })),
  region: REGIONS.map((value) => ({ value, label: REGION_WORDS[value] })),
  nation: NATIONS.map((value) => ({ value, label: NATION_WORDS[value] })),
})
