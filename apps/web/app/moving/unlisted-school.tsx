import { Field } from '../components/field.tsx'
import { resultOf } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { NATIONS } from './words.ts'

/** For a school in no list: its name and town, kept as told until somebody has looked at it. */
export function UnlistedSchool({ result }: { result: unknown }) {
  const { values = {}, errors = {} } = resultOf(result)
  const isOpen = Boolean(values.schoolName || errors.schoolName || errors.schoolTown)
  return (
    <details open={isOpen}>
      <summary>The school is not in the list</summary>
      <div className="form">
        <Field name="schoolName" label="Name of the school" maxLength={120} />
        <Field name="schoolTown" label="Town or city" maxLength={80} />
        <Select name="schoolNation" label="Where it is" options={NATIONS} defaultValue="england" />
      </div>
    </details>
  )
}
