import { Link, type MetaFunction } from '@remix-run/react'
import { pageTitle } from '~/page-title.ts'

export const meta: MetaFunction = (args) => pageTitle(args, 'Accessibility')
export const handle = { hydrate: false }

export default function Accessibility() {
  return (
    <div className="stack-l">
      <h1>Accessibility</h1>
      <section className="stack">
        <h2>What you can count on</h2>
        <ul>
          <li>every page works with the keyboard alone, and without JavaScript</li>
          <li>nothing is told by colour alone, and every picture has the same facts as a list</li>
          <li>text is 16 pixels or larger, left-aligned, in a typeface made for legibility</li>
          <li>pages fit a screen 320 pixels wide and text twice its size</li>
          <li>no page times out while you write, and nothing moves if your device asks for less motion</li>
        </ul>
        <p>We aim at WCAG 2.2, level AA, and check each page with axe before it goes out.</p>
      </section>
      <section className="stack">
        <h2>Make it yours</h2>
        <p>
          <Link to="/settings/display">Display settings</Link> let you choose light or dark, larger text,
          wider spacing, and lists in place of pictures. They work without an account and stay on this device.
        </p>
      </section>
      <section className="stack">
        <h2>What is not good enough yet</h2>
        <ul>
          <li>Vietnamese letters such as ễ and ơ fall back to your device’s own typeface</li>
          <li>
            wide drawings scroll sideways in their box on very narrow screens; the list below each does not
          </li>
        </ul>
      </section>
    </div>
  )
}
