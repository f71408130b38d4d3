type Props = {
  state: string
  group: { name: string; years: string } | null
  madeBy?: string
}

const WHY: Record<string, string> = {
  revoked: 'This link has been withdrawn',
  expired: 'This link has run out',
  used_up: 'This link is used up',
  unknown: 'This link leads nowhere',
}

/** A link that lets nobody in: which way it is over, and how to get a new one. */
export function ClosedLink({ state, group, madeBy }: Props) {
  return (
    <div className="stack">
      <h1>{WHY[state] ?? WHY.unknown}</h1>
      {group ? (
        <>
          <p>
            It was for {group.name}, {group.years}.{' '}
            {state === 'used_up' ? 'As many have joined by it as it allows.' : null}
          </p>
          <p>Ask {madeBy}, who made it, for a new one: it takes them a minute.</p>
        </>
      ) : (
        <p>
          A letter may be missing or mistyped. Scan the QR code again, or ask whoever runs your training group
          to send you its link.
        </p>
      )}
      <p>
        Are you in already? <a href="/sign-in">Sign in</a>
      </p>
    </div>
  )
}
