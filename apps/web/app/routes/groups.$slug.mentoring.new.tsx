import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { ask, attempt, redirectWith, signedIn } from '~/attempt.server.ts'
import { NewProgramme } from '~/mentoring/programme-new.tsx'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Start a mentoring programme', 'Training groups')

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const slug = args.params.slug ?? ''
  const { home } = await ask(args, (api) => api.programme.of({ slug }))
  return { slug, home }
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? ''
  return attempt(args, async (raw) => {
    const { programme } = args.context.api
    const { programmeId } = await programme.create({ ...(raw as Course), slug })
    return redirectWith(args, `/programmes/${programmeId}/people`, { text: 'It is here. Now ask people in.' })
  })
}

type Course = Omit<Parameters<ActionFunctionArgs['context']['api']['programme']['create']>[0], 'slug'>

export default function NewGroupProgramme() {
  const { slug, home } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <NewProgramme home={home} backHref={`/groups/${slug}/mentoring`} result={result} />
}
