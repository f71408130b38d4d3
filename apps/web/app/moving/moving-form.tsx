import { ChoiceGroup } from '../components/choice-group.tsx'
import { DateInput } from '../components/date-input.tsx'
import { PostForm, resultOf } from '../components/form.tsx'
import { SchoolPicker } from '../components/school-picker.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import type { Values } from '../form-raw.ts'
import { LeavingPart, type Stay } from './leaving-part.tsx'
import { UnlistedSchool } from './unlisted-school.tsx'
import { WhoMayKnow } from './who-may-know.tsx'
import { DESTINATIONS, PATTERNS, ROLES } from './words.ts'

type Form = {
  stays: readonly Stay[]
  people: { ties: number; groups: number }
  twoHops: 'yes' | 'no'
  hidesSchool: boolean
}

/** One short form: leaving, going, starting, who may know. */
export function MovingForm({ form, result }: { form: Form; result: unknown }) {
  return (
    <PostForm result={result}>
      <LeavingPart stays={form.stays} />
      <ChoiceGroup
        name="destination"
        legend="Where are you going?"
        choices={DESTINATIONS}
        defaultValue="school"
      />
      <h2>Your new school</h2>
      <p className="hint">Leave this part empty if you are not going to a school.</p>
      <SchoolPicker
        name="school"
        label="School"
        result={result}
        chosen={chosenBefore(resultOf(result).values)}
      />
      <UnlistedSchool result={result} />
      <DateInput
        name="startOn"
        legend="Your first day there"
        hint="Your best guess is fine. You can correct it."
      />
      <Select name="role" label="Role" options={ROLES} blank="Not sure, or rather not say" />
      <Select name="pattern" label="Pattern" options={PATTERNS} blank="Not sure, or rather not say" />
      <WhoMayKnow people={form.people} twoHops={form.twoHops} hidesSchool={form.hidesSchool} />
      <SubmitButton pending="Checking…">Check my answers</SubmitButton>
    </PostForm>
  )
}

/** The school that stood here before the answers were checked. */
function chosenBefore(values: Values | undefined) {
  const [ref, name] = [values?.school, values?.['_school.words']]
  if (typeof ref !== 'string' || typeof name !== 'string' || !ref || !name || values?.['_school.found'])
    return undefined
  return { ref, name, where: '' }
}
