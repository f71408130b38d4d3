import type { RequestOfMine } from '@wirearchy/domain/request'
import { ukDay } from '../dates.ts'
import { RequestThread } from './request-thread.tsx'

type Turn = RequestOfMine['turns'][number]

/** What happened with a request so far, in the order of choice. */
export function RequestTurns({ turns }: { turns: readonly Turn[] }) {
  if (turns.length === 0) return null
  return (
    <section className="stack" aria-labelledby="so-far">
      <h2 id="so-far">Whom it goes to</h2>
      <ol className="stack">
        {turns.map((turn) => (
          <li key={turn.askId}>
            <strong>{turn.name ?? 'Somebody'}</strong>: {wordsFor(turn)}
          </li>
        ))}
      </ol>
      {turns.map((turn) => (
        <RequestThread
          key={turn.askId}
          id={`asked-${turn.askId}`}
          words={turn.words}
          mentor={turn.name ?? 'They'}
          mentee="You"
        />
      ))}
    </section>
  )
}

const WORDS: Record<Turn['state'], string> = {
  next: 'is asked next',
  asked: 'has it now',
  question: 'asked you one thing first',
  passed: 'it has moved on from them; they may still say yes',
  declined: 'can’t at the moment',
  accepted: 'said yes',
  closed: 'no longer asked',
  not_asked: 'could not be asked when it was their turn',
}

const wordsFor = ({ state, askedAt }: Turn) =>
  askedAt === null ? WORDS[state] : `${WORDS[state]} (asked on ${ukDay(askedAt)})`
