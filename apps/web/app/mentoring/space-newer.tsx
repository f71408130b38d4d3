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
  const { values } = resultOf(result)
  if (values?.rev === undefined || String(values.rev) === String(rev)) return null
  return (
    <section className="note warn stack" aria-labelledby="newer">
      <h2 id="newer">{title}</h2>
      {children}
      <p>Put the two together in the form. When you save, what is in the form counts.</p>
    </section>
  )
}

/** What the action said, for the one form of several on a page that has this field; nothing for the others. */
export const resultFor = (result: unknown, field: string) =>
  resultOf(result).values?.[field] === undefined ? undefined : result
