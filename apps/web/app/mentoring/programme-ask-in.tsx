import { Link } from '@remix-run/react'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

interface MayBeAsked {
  personId: string
  name: string
  how: 'member' | 'staff' | 'offers' | 'earlier'
}

type Props = { side: 'mentor' | 'mentee'; people: readonly MayBeAsked[]; result: unknown }

/** Whom a lead may still ask on one side, with boxes to tick, and the way to the other. */
export function AskIn({ side, people, result }: Props) {
  return (
    <section className="stack" aria-labelledby={`ask-${side}`}>
      <h2 id={`ask-${side}`}>Ask {side === 'mentor' ? 'mentors' : 'mentees'} in</h2>
      {people.length === 0 ? (
        <p className="muted">{NOBODY[side]}</p>
      ) : (
        <PostForm result={result}>
          <ChoiceGroup
            name="personIds"
            legend={side === 'mentor' ? 'Who could be a mentor?' : 'Who would like a mentor?'}
            choices={people.map(({ personId, name, how }) => ({
              value: personId,
              label: name,
              hint: HOW[how],
            }))}
            multiple
          />
          <SubmitButton name="_ask" value={side} pending="Asking…">
            Ask them
          </SubmitButton>
        </PostForm>
      )}
      <p className="muted">Whoever said no is not asked again. They can come back by themselves.</p>
      <p>
        <Link to={side === 'mentor' ? '?ask=mentees' : '?ask=mentors'}>
          Ask {side === 'mentor' ? 'mentees' : 'mentors'} in
        </Link>
      </p>
    </section>
  )
}

const NOBODY = {
  mentee: 'Everybody you may ask has been asked.',
  mentor: 'Nobody else in your sight offers this just now. Whoever does will be here.',
}

const HOW = {
  member: undefined,
  staff: undefined,
  offers: 'Offers this to people they know',
  earlier: 'Trained with your provider before',
}
