import { Link, type MetaFunction } from '@remix-run/react'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Help')
export const handle = { hydrate: false }

export default function Help() {
  return (
    <div className="stack-l">
      <h1>Help</h1>
      <section className="stack" id="join">
        <h2>Joining</h2>
        <p>
          You need a link from the people you trained with, or an invitation by e-mail. Ask the person who
          leads your training group to show you its QR code or to send you its link.
        </p>
        <p>
          If you have a code on paper, type the address that stands above it, with the code at its end.
          Capitals and hyphens make no difference.
        </p>
        <p>
          Use an address of your own. Your school’s address stops on the day you leave; your own does not.
        </p>
      </section>
      <section className="stack">
        <h2>Signing in</h2>
        <p>
          Type your e-mail address and we send you a code of six numbers. It works for 15 minutes. If it does
          not come, look in your spam folder and check the address you typed, then ask for a new one.
        </p>
      </section>
      <section className="stack">
        <h2>Moving school</h2>
        <p>
          <Link to="/moving">Tell us you are moving</Link>: where to, from when, and who may know. Only your
          time at that school ends. Everyone you know stays. You can undo it for 24 hours.
        </p>
      </section>
      <section className="stack">
        <h2>Who can see what</h2>
        <p>
          People see you only if there is a reason they know you, and each of your details has its own list of
          who may see it. If you block somebody, you both disappear for each other everywhere, at once.
        </p>
      </section>
      <section className="stack">
        <h2>Pages that suit your eyes</h2>
        <p>
          <Link to="/settings/display">Display settings</Link> change the colours, the size of the text, the
          space around it, and whether you get pictures or lists.
        </p>
      </section>
    </div>
  )
}
