import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

interface Fix {
  fixId: string
  does: 'bar' | 'lock'
  why: 'assessor' | 'line_manager' | 'other' | null
  reason: string | null
  mentee: string
  mentor: string
}
type Named = { personId: string; name: string }
type Props = {
  fixes: readonly Fix[]
  mentees: readonly Named[]
  mentors: readonly Named[]
  isOpen: boolean
  result: unknown
}

/** Which two people are held together or ruled out in every run, and the form to say so of two more. */
export function Fixes({ fixes, isOpen, ...rest }: Props) {
  return (
    <section className="stack" aria-labelledby="fixes">
      <h2 id="fixes">Two people, always or never</h2>
      {fixes.length === 0 ? <p className="muted">You hold nobody together and rule nobody out.</p> : null}
      <ul className="stack plain">
        {fixes.map((fix) => (
          <OneFix key={fix.fixId} fix={fix} isOpen={isOpen} />
        ))}
      </ul>
      {isOpen && rest.mentees.length > 0 && rest.mentors.length > 0 ? (
        <FixForm key={fixes.length} {...rest} />
      ) : null}
    </section>
  )
}

function OneFix({
  fix: { fixId, does, why, reason, mentee, mentor },
  isOpen,
}: {
  fix: Fix
  isOpen: boolean
}) {
  const because = [why ? WHYS[why] : '', reason].filter(Boolean).join(': ')
  return (
    <li className="stack">
      <span>
        {mentee} and {mentor}: {does === 'lock' ? 'always' : 'never'}
        {because ? ` (${because})` : ''}
      </span>
      {isOpen ? (
        <PostForm>
          <SubmitButton kind="quiet" name="_lift" value={fixId} pending="One moment…">
            Take it back
            <span className="visually-hidden">
              : {mentee} and {mentor}
            </span>
          </SubmitButton>
        </PostForm>
      ) : null}
    </li>
  )
}

function FixForm({ mentees, mentors, result }: Omit<Props, 'fixes' | 'isOpen'>) {
  return (
    <PostForm result={result}>
      <Select name="menteeId" label="Mentee" options={options(mentees)} blank="Choose somebody" />
      <Select name="mentorId" label="Mentor" options={options(mentors)} blank="Choose somebody" />
      <ChoiceGroup name="does" legend="In every run" choices={DOES} />
      <Select name="why" label="Why never" options={WHY_OPTIONS} blank="Not said" />
      <Field name="reason" label="A few words, if you like" hint="Whoever runs this with you reads them." />
      <SubmitButton kind="quiet" name="_do" value="fix">
        Keep this
      </SubmitButton>
    </PostForm>
  )
}

const options = (people: readonly Named[]) =>
  people.map(({ personId, name }) => ({ value: personId, label: name }))

const DOES = [
  { value: 'lock', label: 'Always together' },
  { value: 'bar', label: 'Never together' },
]
const WHYS = { assessor: 'assesses them', line_manager: 'their line manager', other: 'another reason' }
const WHY_OPTIONS = Object.entries(WHYS).map(([value, label]) => ({ value, label }))
