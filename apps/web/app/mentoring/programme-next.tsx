import { Link } from '@remix-run/react'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'
import type { Lead } from './programme-lead.tsx'
import { resultFor } from './space-newer.tsx'

type Props = { id: string; wishesUntil: string | null; result: unknown } & Pick<Lead, 'next' | 'runs'>

/** The one thing a lead does next, and the ways round it. */
export function NextStep({ id, next, wishesUntil, runs, result }: Props) {
  return (
    <>
      {next === 'ask' ? <AskPeople id={id} /> : null}
      {next === 'wait' ? (
        <p>
          People may say whom they would like until {longDay(wishesUntil ?? '')}. You can match the day after.
        </p>
      ) : null}
      {next === 'wishes' ? <OpenWishes result={result} /> : null}
      {next === 'look' ? <Look id={id} no={runs.at(-1)?.no ?? 1} /> : null}
      {next === 'match' || next === 'look' || next === 'wishes' ? (
        <Match isAgain={runs.length > 0} next={next} />
      ) : null}
      <details>
        <summary>Close it without publishing</summary>
        <PostForm>
          <p>Nothing is published and nobody is put together. It cannot be opened again.</p>
          <SubmitButton kind="danger" name="_do" value="close" pending="Closing…">
            Close this programme
          </SubmitButton>
        </PostForm>
      </details>
    </>
  )
}

function AskPeople({ id }: { id: string }) {
  return (
    <p>
      <Link className="btn" to={`/programmes/${id}/people`}>
        Ask people in
      </Link>{' '}
      At least one mentor and one mentee must have said yes before you can match.
    </p>
  )
}

function OpenWishes({ result }: { result: unknown }) {
  return (
    <PostForm result={resultFor(result, 'days')}>
      <Field
        name="days"
        label="For how many school days may people say whom they would like?"
        hint="Ten is usual. Weekends and holidays do not count, and it opens once. Nobody but their owner reads wishes."
        inputMode="numeric"
        defaultValue="10"
      />
      <SubmitButton name="_do" value="wishes" pending="Opening…">
        Ask for wishes
      </SubmitButton>
    </PostForm>
  )
}

function Look({ id, no }: { id: string; no: number }) {
  return (
    <p>
      <Link className="btn" to={`/programmes/${id}/runs/${no}`}>
        Look at run {no}
      </Link>{' '}
      Hold pairs, give another mentor, then publish.
    </p>
  )
}

function Match({ isAgain, next }: { isAgain: boolean; next: Lead['next'] }) {
  return (
    <PostForm>
      {next === 'wishes' ? (
        <p>Or match without wishes: subject, phase, town and who is known decide.</p>
      ) : null}
      <SubmitButton kind={next === 'match' ? 'main' : 'quiet'} name="_do" value="match" pending="Matching…">
        {isAgain ? 'Match again' : 'Run match'}
      </SubmitButton>
    </PostForm>
  )
}
