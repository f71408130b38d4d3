import { Link } from '@remix-run/react'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { PostForm } from '../components/form.tsx'
import { SchoolPicker } from '../components/school-picker.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { longDay } from '../dates.ts'

type Stay = {
  schoolName: string
  what: 'split' | 'closed' | 'unclear' | 'unknown'
  lastDay: string | null
  candidates: readonly { schoolId: string; name: string; town: string | null }[]
}

/** Where somebody is now whose school has changed in the official list. */
export function WhichSchool({ stay, result }: { stay: Stay; result: unknown }) {
  if (stay.what === 'unknown') return <WhichWasMeant name={stay.schoolName} result={result} />
  return (
    <>
      <p>{whatHappened(stay)}</p>
      <PostForm result={result}>
        <ChoiceGroup
          name="answer"
          legend="Where are you now?"
          choices={[...stay.candidates.map(schoolOf), STILL]}
          otherwise={ELSEWHERE}
        />
        <SubmitButton>Save</SubmitButton>
      </PostForm>
    </>
  )
}

const schoolOf = ({ schoolId, name, town }: Stay['candidates'][number]) => ({
  value: schoolId,
  label: name,
  hint: town ?? undefined,
})

const STILL = {
  value: 'still',
  label: 'Still at the same place',
  hint: 'Whatever the list calls it. Your time there goes on.',
}

const ELSEWHERE = {
  value: 'elsewhere',
  label: 'Somewhere else, or not at a school',
  hint: 'The next page asks you where, and since when.',
}

function whatHappened({ schoolName, what, lastDay }: Stay) {
  const until = lastDay ? ` on ${longDay(lastDay)}` : ''
  if (what === 'split') return `The official list says that ${schoolName} became several schools${until}.`
  if (what === 'closed') return `The official list says that ${schoolName} closed${until}.`
  return `The official list is not clear about what became of ${schoolName}${until}.`
}

function WhichWasMeant({ name, result }: { name: string; result: unknown }) {
  return (
    <>
      <p>
        You wrote down “{name}”, and we could not find such a school. Choose it from the list, and your time
        there keeps its days. If it should not be in your story at all,{' '}
        <Link to="/story">take it out there</Link>.
      </p>
      <PostForm result={result}>
        <SchoolPicker name="school" label="School" result={result} />
        <SubmitButton>Save</SubmitButton>
      </PostForm>
    </>
  )
}
