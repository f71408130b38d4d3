import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { NewProgramme } from '~/mentoring/programme-new.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Start a mentoring programme', 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const schoolId = args.params.ref ?? ''
  const { home } = await ask(args, (api) => api.programme.of({ schoolId }))
  return { schoolId, home }
}

export async function action(args: ActionFunctionArgs) {
  const schoolId = args.params.ref ?? ''
  return attempt(args, async (raw) => {
    const { programme } = args.context.api
    const { programmeId } = await programme.create({ ...(raw as Course), schoolId })
    return redirectWith(args, `/programmes/${programmeId}/people`, { text: 'It is here. Now ask people in.' })
  })
}

type Course = Omit<Parameters<ActionFunctionArgs['context']['api']['programme']['create']>[0], 'schoolId'>

export default function NewSchoolProgramme() {
  const { schoolId, home } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <NewProgramme home={home} backHref={`/schools/${schoolId}/mentoring`} result={result} />
}
