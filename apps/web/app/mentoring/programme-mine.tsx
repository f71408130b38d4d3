import { Link } from '@remix-run/react'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'
import { type MyPair, MyPairs } from './programme-my-pairs.tsx'
import { resultFor } from './space-newer.tsx'

export interface Mine {
  side: 'mentor' | 'mentee'
  places: number
  subject: string | null
  department: string | null
  town: string | null
  hasJoined: boolean
  /** True of somebody who said no or stepped out: they may come back, and are not asked again. */
  saidNo: boolean
}

interface Programme {
  id: string
  state: string
  wishesUntil: string | null
}

type Props = { programme: Programme; mine: Mine; pairs: readonly MyPair[]; canWish: boolean; result: unknown }

/** A programme for somebody who is asked or in: what it is, saying yes, wishes, and whom they were put together with. */
export function MyPart({ programme, mine, pairs, canWish, result }: Props) {
  const isOver = programme.state === 'published' || programme.state === 'closed'
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine">{titleOf(mine)}</h2>
      {isOver ? (
        <MyPairs pairs={pairs} side={mine.side} isPublished={programme.state === 'published'} />
      ) : null}
      {canWish ? <Wishing id={programme.id} until={programme.wishesUntil ?? ''} /> : null}
      {!isOver && mine.hasJoined ? (
        <details open={resultFor(result, 'subject') !== undefined}>
          <summary>What you said of yourself</summary>
          <Joining mine={mine} result={result} />
        </details>
      ) : null}
      {!isOver && !mine.hasJoined ? <Asked mine={mine} result={result} /> : null}
      {isOver || mine.saidNo ? null : <Leaving hasJoined={mine.hasJoined} />}
    </section>
  )
}

function titleOf({ side, hasJoined, saidNo }: Mine) {
  if (hasJoined) return 'You are in'
  return saidNo ? 'You are not in. You may still join' : `Would you take part as a ${side}?`
}

function Wishing({ id, until }: { id: string; until: string }) {
  return (
    <p>
      <Link className="btn" to={`/programmes/${id}/wishes`}>
        Say whom you would like
      </Link>{' '}
      Until {longDay(until)}, that day included.
    </p>
  )
}

function Asked({ mine, result }: { mine: Mine; result: unknown }) {
  return (
    <>
      <p>
        If you say yes, whoever runs it reads what you say here, and the people on the other side read your
        name and subject so that they can wish for you. You may say whom you would like; nobody else ever
        reads that. What you have in common with somebody is why you are put together.
      </p>
      <Joining mine={mine} result={result} />
    </>
  )
}

function Joining({ mine, result }: { mine: Mine; result: unknown }) {
  return (
    <PostForm result={resultFor(result, 'subject')}>
      <Field
        name="subject"
        label="Subject"
        hint="Leave it out if you teach all of them."
        defaultValue={mine.subject ?? ''}
      />
      <Field name="town" label="Town" defaultValue={mine.town ?? ''} />
      <Field
        name="department"
        label="Department"
        hint="So that nobody of your own department is your match. You can leave it out."
        defaultValue={mine.department ?? ''}
      />
      {mine.side === 'mentor' ? (
        <Field
          name="places"
          label="How many people would you mentor?"
          inputMode="numeric"
          defaultValue={String(mine.places)}
        />
      ) : null}
      <SubmitButton name="_do" value="join">
        {mine.hasJoined ? 'Save' : 'Yes, I’m in'}
      </SubmitButton>
    </PostForm>
  )
}

function Leaving({ hasJoined }: { hasJoined: boolean }) {
  return (
    <PostForm>
      <SubmitButton kind="quiet" pending="One moment…" name="_do" value="leave">
        {hasJoined ? 'Step out' : 'No, thank you'}
      </SubmitButton>
    </PostForm>
  )
}
