import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { ask, signedIn } from '~/attempt.server.ts'
import { ProgrammeList } from '~/mentoring/programme-list.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, 'Mentoring', args.data?.home ?? 'Training group')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  return { slug, ...(await ask(args, (api) => api.programme.of({ slug }))) }
}

export default function GroupMentoring() {
  const { slug, home, programmes } = useLoaderData<typeof loader>()
  const here = `/groups/${slug}`
  return (
    <ProgrammeList home={home} newHref={`${here}/mentoring/new`} backHref={here} programmes={programmes} />
  )
}
