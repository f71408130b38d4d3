import { Link } from '@remix-run/react'
import type { AgreementSeen } from '@wirearchy/domain/space'
import { SummaryList } from '../components/summary-list.tsx'
import { Tag } from '../components/tag.tsx'
import { longDay } from '../dates.ts'

export const RHYTHM_WORDS: Record<AgreementSeen['rhythm'], string> = {
  weekly: 'Every week',
  fortnightly: 'Every fortnight',
  monthly: 'Every month',
  half_termly: 'Every half-term',
}

export const STOPPING =
  'Either of us may stop at any time, without a reason. We say so with a line of thanks.'

type Props = { agreement: AgreementSeen; name: string; href: string; isOver: boolean }

/** What two people agreed on, in the space, with the way to read and change it. */
export function AgreementPart({ agreement, name, href, isOver }: Props) {
  const { aims, rhythm, expectedFinishOn, rev } = agreement
  if (isOver && rev === 0) return null
  if (rev === 0 && isShort(agreement)) return <NoneNeeded unit={agreement.unit} href={href} />
  const until = expectedFinishOn ? [{ label: 'Until about', value: longDay(expectedFinishOn) }] : []
  return (
    <section className="stack" aria-labelledby="agreement">
      <h2 id="agreement">What we agreed on</h2>
      {isOver && !(agreement.iAgreed && agreement.theyAgreed) ? null : (
        <p>
          <AgreedTag {...agreement} name={name} />
        </p>
      )}
      <SummaryList
        rows={[
          { label: 'Aims', value: aims ?? 'Not written down yet' },
          { label: 'We meet', value: RHYTHM_WORDS[rhythm] },
          ...until,
        ]}
      />
      <p>
        <Link to={href}>{isOver ? 'Read the agreement' : 'Read or change the agreement'}</Link>
      </p>
    </section>
  )
}

const SHORT: Partial<Record<string, string>> = { question: 'One question', call: 'One call' }

const isShort = ({ unit, iAgreed, theyAgreed }: AgreementSeen) =>
  !iAgreed && !theyAgreed && unit !== null && unit in SHORT

/** A question or a call is over before two would have to agree on how often they meet. */
const NoneNeeded = ({ unit, href }: Pick<AgreementSeen, 'unit'> & { href: string }) => (
  <section className="stack" aria-labelledby="agreement">
    <h2 id="agreement">What we agreed on</h2>
    <p>
      {SHORT[unit ?? '']} needs no agreement. <Link to={href}>Write one down, if you like</Link>
    </p>
  </section>
)

/** Who has said yes to the words as they stand. */
export function AgreedTag({ iAgreed, theyAgreed, rev, name }: AgreementSeen & { name: string }) {
  if (rev === 0 && !iAgreed && !theyAgreed) return <Tag>A suggestion: change it as you like</Tag>
  if (iAgreed && theyAgreed) return <Tag kind="ok">Agreed by you both</Tag>
  return <Tag kind="warn">{iAgreed ? `Waits for ${name}’s yes` : 'Waits for your yes'}</Tag>
}
