import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, NavLink, useLoaderData } from '@remix-run/react'
import { ask, notFound, signedIn } from '~/attempt.server.ts'
import { Avatar } from '~/components/avatar.tsx'
import { Notice } from '~/components/notice.tsx'
import { ProfileCard } from '~/components/profile.tsx'
import { pageTitle } from '~/page-title.ts'
import { VIEWS } from '~/view-levels.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, `Your page: ${args.data?.label ?? ''}`, 'Who can see what')
export const handle = { hydrate: false }

export async function loader(args: LoaderFunctionArgs) {
  signedIn(args)
  const view = VIEWS.find(({ level }) => level === args.params.level)
  if (!view) throw notFound()
  const profile = await ask(args, (api) => api.person.viewAs({ level: view.level }))
  if (!profile) throw notFound()
  return { label: view.label, profile }
}

export default function ViewAs() {
  const { label, profile } = useLoaderData<typeof loader>()
  return (
    <div className="stack-l">
      <nav aria-label="See your page as">
        <ul className="plain row">
          {VIEWS.map(({ level, label: name }) => (
            <li key={level}>
              <NavLink to={`/settings/view-as/${level}`}>{name}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Notice>
        This is your page as seen by: <strong>{label}</strong>.{' '}
        <Link to="/settings/who-can-see">Change who can see what</Link>
      </Notice>
      <header className="person">
        <Avatar name={profile.name} />
        <h1>{profile.name}</h1>
      </header>
      <ProfileCard profile={profile} />
      {isEmpty(profile) ? <p className="muted">They see your name and nothing else.</p> : null}
    </div>
  )
}

const isEmpty = ({ lines, now, before }: { lines: unknown[]; now: unknown[]; before: unknown[] }) =>
  lines.length + now.length + before.length === 0
