import { EmptyState } from '../components/empty-state.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import type { Values } from '../form-raw.ts'
import { CarriedAnswers, type Suggested, SuggestedList } from './ask-suggestions.tsx'

type Props = { suggestions: readonly Suggested[]; answers: Values; wait: string; result: unknown }

/** Who may be asked, and in which order; or, with nobody free, the open list. */
export function ChooseMentors({ suggestions, answers, wait, result }: Props) {
  return (
    <>
      {suggestions.length > 0 ? (
        <>
          <p>
            {wait} {suggestions.length === 1 ? IF_NOT.one : IF_NOT.several} You are told each time.
          </p>
          <SuggestedList suggestions={suggestions} />
          <Order suggestions={suggestions} answers={answers} result={result} />
        </>
      ) : (
        <EmptyState title="No one free yet">
          <p>
            Put it on the open list: mentors whom you may ask read it there, and we tell you how it goes
            within five school days.
          </p>
        </EmptyState>
      )}
      <PostForm>
        <CarriedAnswers answers={answers} />
        <SubmitButton
          kind={suggestions.length > 0 ? 'quiet' : 'main'}
          name="_do"
          value="list"
          pending="Sending…"
        >
          {suggestions.length > 0 ? 'Choose nobody: put it on the open list' : 'Put it on the open list'}
        </SubmitButton>
      </PostForm>
      <PostForm action="/mentoring/ask?index">
        <CarriedAnswers answers={answers} />
        <SubmitButton kind="quiet" name="_do" value="change" pending="Opening…" action="/mentoring/ask?index">
          Change my answers
        </SubmitButton>
      </PostForm>
    </>
  )
}

const IF_NOT = {
  one: 'If they can’t, or do not answer in time, your request goes on to the open list.',
  several:
    'If somebody can’t, or does not answer in time, the next one you choose is asked; after the last it goes on to the open list.',
}

const PLACES = [
  ['first', 'Ask first', 'Choose somebody'],
  ['second', 'If they can’t, ask', 'Nobody else'],
  ['third', 'And then', 'Nobody else'],
] as const

/** Whom first, second and third; with one alone there is nothing to choose but to ask. */
function Order({ suggestions, answers, result }: Omit<Props, 'wait'>) {
  const [only, ...others] = suggestions
  if (only && others.length === 0) return <AskOne only={only} answers={answers} result={result} />
  const options = suggestions.map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <PostForm result={result}>
      <h2>Whom would you like to ask?</h2>
      <CarriedAnswers answers={answers} />
      {PLACES.slice(0, suggestions.length).map(([name, label, blank]) => (
        <Select key={name} name={name} label={label} options={options} blank={blank} />
      ))}
      <SubmitButton name="_do" value="send" pending="Asking…">
        Ask
      </SubmitButton>
    </PostForm>
  )
}

type OneProps = Pick<Props, 'answers' | 'result'> & { only: Suggested }

const AskOne = ({ only, answers, result }: OneProps) => (
  <PostForm result={result}>
    <CarriedAnswers answers={answers} />
    <input type="hidden" name="first" value={only.personId} />
    <SubmitButton name="_do" value="send" pending="Asking…">
      Ask {only.name}
    </SubmitButton>
  </PostForm>
)
