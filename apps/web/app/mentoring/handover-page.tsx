import { Field } from '../components/field.tsx'
import { PostForm, resultOf } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay, ukDay, ukTime } from '../dates.ts'
import type { Handover } from './handover-link.tsx'

type Page = Handover['pages'][number]

/** A page that was let be read, with what the three say about it for two weeks. */
export function HandoverPage({ page, result }: { page: Page; result: unknown }) {
  const { id, as, mentee, text } = page
  return (
    <section className="stack" aria-labelledby={`page-${id}`}>
      <h2 id={`page-${id}`}>{as === 'mentee' ? 'What your mentors read' : `From ${mentee}`}</h2>
      <div className="card">
        <p className="letter">{text}</p>
      </div>
      <Words page={page} result={result} />
    </section>
  )
}

function Words({ page, result }: { page: Page; result: unknown }) {
  const { id, words, isOpen } = page
  const isMine = resultOf(result).values?.handoverId === id
  return (
    <>
      <h3>The three of you</h3>
      <p>{who(page)}</p>
      <ul className="plain stack">
        {words.map((word) => (
          <li key={word.id} className="card">
            <p>
              <strong>{word.isMine ? 'You' : word.name}</strong>{' '}
              <span className="muted">
                {ukDay(word.createdAt)}, {ukTime(word.createdAt)}
              </span>
            </p>
            <p className="letter">{word.text}</p>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <PostForm key={words.length} result={isMine ? result : undefined}>
          <input type="hidden" name="handoverId" value={id} />
          <Field name="words" label="Say something to the other two" rows={3} />
          <SubmitButton pending="Sending…">Say it</SubmitButton>
        </PostForm>
      ) : null}
    </>
  )
}

function who({ mentee, mentor, next, openUntil, isOpen, as }: Page) {
  if (!next) return 'When a school gives a next mentor, the three can write to each other here for two weeks.'
  const names = [
    as === 'mentee' ? 'you' : mentee,
    as === 'mentor' ? 'you' : mentor,
    as === 'next_mentor' ? 'you' : next,
  ]
  const three = names.filter(Boolean).join(', ')
  if (isOpen && openUntil) return `Open until ${longDay(openUntil)} for ${three}.`
  return openUntil ? `It was open until ${longDay(openUntil)} for ${three}.` : `For ${three}.`
}
