import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'

type Said = {
  claimId: string
  says: 'ended' | 'began'
  day: string
  schoolName: string
  isMine: boolean
  state: 'counts' | 'waits' | 'refused'
  countsFrom: string | null
}

/** Each side's word. What a school says waits for the person's. */
export function WhatIsSaid({ said, result }: { said: readonly Said[]; result: unknown }) {
  if (said.every(({ isMine }) => isMine)) return null
  return (
    <section className="stack" aria-labelledby="said">
      <h2 id="said">What each side says</h2>
      <ul className="plain stack">
        {said.map((word) => (
          <li key={word.claimId} className="card stack">
            <div>
              {sentence(word)} <span className="muted">{standing(word)}</span>
            </div>
            {!word.isMine && word.state === 'waits' ? <Answer {...word} result={result} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentence({ isMine, says, day, schoolName }: Said) {
  const which = says === 'ended' ? 'last' : 'first'
  return isMine
    ? `You: your ${which} day at ${schoolName} is ${longDay(day)}.`
    : `${schoolName}: your ${which} day there is ${longDay(day)}.`
}

function standing({ isMine, state, countsFrom }: Said) {
  if (isMine) return ''
  if (state === 'refused') return 'You said that this is not right.'
  return countsFrom ? `It counts from ${longDay(countsFrom)} unless you say otherwise.` : 'It counts.'
}

function Answer({ claimId, schoolName, result }: Said & { result: unknown }) {
  const about = <span className="visually-hidden">, what {schoolName} says</span>
  return (
    <PostForm result={result} className="row">
      <input type="hidden" name="claimId" value={claimId} />
      <SubmitButton name="_do" value="accept">
        That is right{about}
      </SubmitButton>
      <SubmitButton kind="quiet" name="_do" value="object">
        That is not right{about}
      </SubmitButton>
    </PostForm>
  )
}
