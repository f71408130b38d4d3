import type { ReactNode } from 'react'
import { useShell } from '../shell.ts'

type Props = {
  /** One sentence that says what there is to see. */
  caption: ReactNode
  /** The drawing; leave it out when there is nothing to draw. */
  drawing: ReactNode
  /** What the kinds of line mean. */
  legend?: ReactNode
  /** "The same people as a list". */
  factsTitle: string
  /** The same facts as a table or a list. */
  facts: ReactNode
}

/** A drawing and, always, the same facts in words; who asked for lists only gets the words, open. */
export function Picture({ caption, drawing, legend, factsTitle, facts }: Props) {
  const isListsOnly = useShell().display.pictures === 'lists'
  return (
    <figure className="pic">
      <div className="drawing">{drawing}</div>
      {legend}
      <figcaption>{caption}</figcaption>
      <details open={isListsOnly}>
        <summary>{factsTitle}</summary>
        {facts}
      </details>
    </figure>
  )
}
