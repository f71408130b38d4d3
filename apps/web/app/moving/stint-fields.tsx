import { DateInput } from '../components/date-input.tsx'
import { Select } from '../components/select.tsx'
import { KINDS, PATTERNS, ROLES } from './words.ts'

type Props = {
  kind?: string
  role?: string | null
  pattern?: string | null
  startedOn?: string
  finishedOn?: string | null
}

/** What there is to say of a time at a school, beside its name. */
export function StintFields({ kind = 'employed', role, pattern, startedOn, finishedOn }: Props) {
  return (
    <>
      <Select name="kind" label="What it was" options={KINDS} defaultValue={kind} />
      <DateInput name="startedOn" legend="First day" defaultValue={startedOn} />
      <DateInput
        name="finishedOn"
        legend="Last day"
        hint="Leave it empty if you are still there."
        defaultValue={finishedOn ?? undefined}
      />
      <Select
        name="role"
        label="Role"
        options={ROLES}
        blank="Not sure, or rather not say"
        defaultValue={role ?? undefined}
      />
      <Select
        name="pattern"
        label="Pattern"
        options={PATTERNS}
        blank="Not sure, or rather not say"
        defaultValue={pattern ?? undefined}
      />
    </>
  )
}
