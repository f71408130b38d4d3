import { Link } from '@remix-run/react'
import type { AgreementSeen } from '@wirearchy/domain/space'

type Props = Pick<AgreementSeen, 'requestId' | 'unit'> & {
  name: string
  side: 'mentor' | 'mentee'
  base: string
}

/** The way back to what was asked for, in the space that began with it; and for one question, where its answer goes. */
export function Asked({ requestId, unit, name, side, base }: Props) {
  if (!requestId) return null
  const href = side === 'mentor' ? `/mentoring/requests/${requestId}` : `/mentoring/mine/${requestId}`
  return (
    <p>
      <Link to={href}>{side === 'mentor' ? `What ${name} asked for` : 'What you asked for'}</Link>
      {unit === 'question' ? <Answered name={name} side={side} base={base} /> : null}
    </p>
  )
}

function Answered({ name, side, base }: Pick<Props, 'name' | 'side' | 'base'>) {
  if (side === 'mentee') return `. ${name} answers it in a note here.`
  return (
    <>
      . <Link to={`${base}/notes`}>Answer it in a note for you both</Link>, or find a time to talk.
    </>
  )
}
