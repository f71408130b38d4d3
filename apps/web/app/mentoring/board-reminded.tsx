import { longDay } from '../dates.ts'

type Props = { reminded: { on: string; by: string } | null }

/** Who that looks after this pair's programme, or its school's mentoring, last asked whether it is still useful. */
export function Reminded({ reminded }: Props) {
  if (!reminded) return null
  return (
    <p className="muted">
      {reminded.by} asked on {longDay(reminded.on)} whether this is still useful. They see one word about you
      two, such as “quiet”, and nothing else.
    </p>
  )
}
