import { Link } from '@remix-run/react'
import { Notice } from '../components/notice.tsx'

/** Said to both while one of them has a say in how the other is assessed: what is written here is the two's to read still. */
export function TooNear({ isTooNear, name, base }: { isTooNear: boolean; name: string; base: string }) {
  if (!isTooNear) return null
  return (
    <Notice kind="warn">
      <p>
        As things stand, one of you has a say in how the other is assessed. Support and assessment are best
        kept apart. You and {name} both go on reading what is written here, and nobody else does. If you would
        rather not, <Link to={`${base}/finish`}>end this mentoring well</Link> and ask somebody else.
      </p>
    </Notice>
  )
}

/** What stays between two people and what cannot, said plainly: in the space, and in what they agree on. */
export function Limits({ isOpen = false }: { isOpen?: boolean }) {
  return (
    <details open={isOpen}>
      <summary>What stays between you two, and what cannot</summary>
      <div className="stack">
        <p>
          What you say and write here stays between you two. It is no evidence: nobody may use it in an
          appraisal or a capability process. A mentor here does not assess the person they mentor.
        </p>
        <p>
          There is one limit. If a child or an adult may be at risk of serious harm, or the law requires it, a
          mentor must speak up: to the school’s safeguarding lead, or to 999 in an emergency. Where it is
          possible, they tell you first.
        </p>
        <p>
          Leave out the names of pupils and families. Meet online or where you work. Either of you may stop at
          any time, without a reason.
        </p>
      </div>
    </details>
  )
}
