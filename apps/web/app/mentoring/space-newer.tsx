import type { ReactNode } from 'react'
import { resultOf } from '../components/form.tsx'

type Props = {
  result: unknown
  /** The version that stands now. */
  rev: number
  title: string
  /** The words that stand now. */
  children: ReactNode
}

/** After an edit clash: the newer words beside the form, which keeps what was typed. Saving then takes their place. */
export function NewerWords({ result, rev, title, children }: Props) {
  if (!isNewer(result, rev)) return null
  return (
    <section className="note warn stack" aria-labelledby="newer">
      <h2 id="newer">{title}</h2>
      {children}
      <p>Put the two together in the form. When you save, what is in the form counts.</p>
    </section>
  )
}

/** True when somebody saved another version while this form was open. */
export function isNewer(result: unknown, rev: number) {
  const { values } = resultOf(result)
  return values?.rev !== undefined && String(values.rev) !== String(rev)
}

/** What the action said, for the one form of several on a page that has this field; nothing for the others. */
export const resultFor = (result: unknown, field: string) =>
  resultOf(result).values?.[field] === undefined ? undefined : result
