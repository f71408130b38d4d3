import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { ProgrammeList } from '~/mentoring/programme-list.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Mentoring', args.data?.home ?? 'Schools')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const schoolId = args.params.ref ?? ''
  return { schoolId, ...(await ask(args, (api) => api.programme.of({ schoolId }))) }
}

export default function SchoolMentoring() {
  const { schoolId, home, programmes } = useLoaderData<typeof loader>()
  const here = `/schools/${schoolId}`
  return (
    <ProgrammeList
      home={home}
      newHref={`${here}/mentoring/new`}
      backHref={`${here}/staff`}
      programmes={programmes}
    />
  )
}
