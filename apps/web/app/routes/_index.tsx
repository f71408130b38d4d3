import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { pageTitle } from '~/page-title.ts'
import { Threads } from '~/pictures/threads.tsx'

export const meta: MetaFunction = (args) => [
  ...pageTitle(args, 'Keep the people you trained with'),
  {
    name: 'description',
    content: 'A network for new teachers and their mentors that stays yours when you move school.',
  },
]
export const handle = { hydrate: false }

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirect('/home')
  return null
}

export default function Welcome() {
  return (
    <div className="stack-l">
      <div className="stack">
        <h1>You move school. Your people stay yours.</h1>
        <p className="lead">
          Wirearchy keeps new teachers and their mentors tied to the people they trained with, wherever each
          of them teaches now.
        </p>
        <div className="row">
          <Link className="btn" to="/sign-in">
            Sign in
          </Link>
          <Link to="/help#join">I have a link or a code from my training group</Link>
        </div>
      </div>
      <Threads
        {...example}
        caption="An example: four people train together, then teach in four places, and stay tied."
      />
      <Promises />
    </div>
  )
}

function Promises() {
  return (
    <section className="stack" aria-labelledby="promises">
      <h2 id="promises">Three promises</h2>
      <ul className="stack">
        <li>
          <strong>Yours, not your school’s.</strong> You sign in with your own address. When you leave a
          school, that school stops seeing you and you lose nobody.
        </li>
        <li>
          <strong>You see why.</strong> Everyone you are tied to comes with the reason and its dates: trained
          together, taught at the same school, asked and said yes.
        </li>
        <li>
          <strong>You say who sees what.</strong> What somebody may not see does not show up anywhere for
          them: not in lists, counts, search or pictures.
        </li>
      </ul>
    </section>
  )
}

const GROUP = { where: 'Leeds SCITT', kind: 'group' as const, from: '2025-09-01', to: '2026-07-20' }
const at = (where: string, from = '2026-09-01', to?: string) => ({ where, kind: 'school' as const, from, to })

const example = {
  today: '2026-11-24',
  rows: [
    { id: 'asha', name: 'Asha Patel', spans: [GROUP, at('Moorside High')] },
    { id: 'sian', name: 'Siân Price', spans: [GROUP, at('Ysgol Bro Taf, Cardiff')] },
    {
      id: 'zoe',
      name: 'Zoë Nguyễn',
      spans: [GROUP, at('Park Lane', '2026-09-01', '2026-12-31'), at('St Hild’s', '2027-01-04')],
    },
    { id: 'callum', name: 'Callum O’Neill', spans: [GROUP, at('Lagan Grammar, Belfast')] },
  ],
}
