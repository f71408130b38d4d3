import { Checkbox } from '../components/checkbox.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Props = {
  rules: {
    sameSubject: boolean
    otherDepartment: boolean
    notAssessor: boolean
    travel: number
    most: number
  }
  weights: Record<'subject' | 'phase' | 'town' | 'known' | 'wished', number>
  result: unknown
}

/** What no pair may go against, and what counts how much beside wishes. */
export function RulesForm({ rules, weights, result }: Props) {
  return (
    <PostForm result={result}>
      <h2>No pair may go against these</h2>
      <Checkbox
        name="sameSubject"
        label="Same subject"
        hint="Who has said none can be matched with anybody."
        defaultChecked={rules.sameSubject}
      />
      <Checkbox name="otherDepartment" label="Not of one department" defaultChecked={rules.otherDepartment} />
      <Checkbox
        name="notAssessor"
        label="Nobody who assesses them"
        hint="Leads of their school and of their training group. Line managers you rule out below."
        defaultChecked={rules.notAssessor}
      />
      <Select name="travel" label="How far apart" options={TRAVEL} defaultValue={String(rules.travel)} />
      <Field
        name="most"
        label="Mentors on each mentee’s list, at most"
        hint="Wishes come on top. 50 is plenty; more only takes longer."
        inputMode="numeric"
        defaultValue={String(rules.most)}
      />
      <h2>What counts, from 0 to 10</h2>
      <p>Wishes come first. These order everybody else, and decide where two wishes are equal.</p>
      {WEIGHTS.map(({ name, label, hint }) => (
        <Field
          key={name}
          name={name}
          label={label}
          hint={hint}
          inputMode="numeric"
          defaultValue={String(weights[name])}
        />
      ))}
      <SubmitButton name="_do" value="rules">
        Save the rules
      </SubmitButton>
    </PostForm>
  )
}

const TRAVEL = [
  { value: '0', label: 'Anywhere' },
  { value: '1', label: 'One town, unless the mentor also meets online or by phone' },
  { value: '2', label: 'One town' },
]

const WEIGHTS: { name: keyof Props['weights']; label: string; hint?: string }[] = [
  { name: 'subject', label: 'The same subject' },
  { name: 'phase', label: 'The same phase' },
  { name: 'town', label: 'The same town' },
  { name: 'known', label: 'Somebody both know' },
  {
    name: 'wished',
    label: 'For a mentor: that the mentee wishes for them',
    hint: 'Above 0, more people get somebody they wished for. At 0, nobody can do better by wishing otherwise than they mean.',
  },
]
