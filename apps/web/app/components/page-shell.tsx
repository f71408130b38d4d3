import { Form, Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Shell } from '../shell.ts'
import { JumpLink } from './jump-link.tsx'
import { FlashNote } from './notice.tsx'

type Props = Pick<Shell, 'viewer' | 'demo' | 'flash' | 'formKey'> & { children: ReactNode }

const PLACES: { to: string; name: string; alsoFor?: readonly string[] }[] = [
  { to: '/home', name: 'Home' },
  { to: '/people', name: 'People' },
  { to: '/mentoring', name: 'Mentoring', alsoFor: ['/programmes', '/coordination'] },
  { to: '/more', name: 'More' },
]

/** The frame of every page: a way past it, the name, the ways about, the page itself, and help in the same place. */
export function PageShell({ viewer, demo, flash, formKey, children }: Props) {
  return (
    <>
      <JumpLink to="main" className="skip">
        Skip to main content
      </JumpLink>
      <Header isSignedIn={viewer !== null} />
      {demo ? <DemoBanner name={viewer?.name} /> : null}
      {flash ? <FlashNote flash={flash} formKey={formKey} /> : null}
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Footer isSignedIn={viewer !== null} />
    </>
  )
}

function Header({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <header className="top">
      <div className="wrap">
        <Link className="logo" to={isSignedIn ? '/home' : '/'}>
          Wirearchy
        </Link>
        <nav className="nav" aria-label="Main">
          <ul className="plain">
            {isSignedIn ? PLACES.map((place) => <Place key={place.to} {...place} />) : null}
            {isSignedIn ? null : <Place to="/sign-in" name="Sign in" />}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** One of the ways about; said to be the present one on each page that lies under it. */
function Place({ to, name, alsoFor = [] }: { to: string; name: string; alsoFor?: readonly string[] }) {
  const path = `${useLocation().pathname}/`
  const isHere = [to, ...alsoFor].some((place) => path.startsWith(`${place}/`))
  return (
    <li>
      <Link to={to} aria-current={isHere ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  )
}

function DemoBanner({ name }: { name?: string }) {
  return (
    <section className="banner" aria-label="About this demo">
      <div className="wrap">
        Demo: everyone here is invented. {name ? `You are ${name}. ` : null}
        <a href="/demo">Be someone else</a>
      </div>
    </section>
  )
}

function Footer({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <footer className="foot">
      <nav className="wrap" aria-label="Help and settings">
        <ul className="plain">
          <li>
            <Link to="/help">Help</Link>
          </li>
          <li>
            <Link to="/privacy">Privacy</Link>
          </li>
          <li>
            <Link to="/accessibility">Accessibility</Link>
          </li>
          <li>
            <Link to="/settings/display">Display settings</Link>
          </li>
          {isSignedIn ? <SignOut /> : null}
        </ul>
      </nav>
    </footer>
  )
}

function SignOut() {
  return (
    <li>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className="btn-link">
          Sign out
        </button>
      </Form>
    </li>
  )
}
