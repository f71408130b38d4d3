import { Checkbox } from '../components/checkbox.tsx'
import { type Choice, ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { PHASES } from '../course-words.ts'
import type { UnitPlaces } from '../pictures/places.tsx'
import { WAY_CHOICES } from './meeting-words.ts'

export interface Offered {
  topics: string[]
  phases: string[]
  subjects: string[]
  ways: string[]
  note: string | null
  outsideMySchool: boolean
  noticeHours: number
}

type Props = {
  result: unknown
  offer: Offered | null
  places: readonly UnitPlaces[]
  topics: readonly Choice[]
  units: readonly (Choice & { label: string; value: string })[]
}

/** What somebody offers: how much of it, what about, with whom and how. */
export function OfferForm({ result, offer, places, topics, units }: Props) {
  return (
    <PostForm result={result}>
      <UnitPlacesFields units={units} places={places} />
      <ChoiceGroup
        name="topics"
        legend="What can you help with?"
        multiple
        choices={topics}
        defaultValue={offer?.topics}
      />
      <Field
        name="subjects"
        label="Subjects"
        hint="With commas between them, such as physics, maths. Leave it out if it does not matter."
        defaultValue={offer?.subjects.join(', ')}
      />
      <ChoiceGroup name="phases" legend="Phases" multiple choices={PHASES} defaultValue={offer?.phases} />
      <ChoiceGroup name="ways" legend="How?" multiple choices={WAY_CHOICES} defaultValue={offer?.ways} />
      <Select
        name="noticeHours"
        label="How long before a meeting do you need to know?"
        options={NOTICE}
        defaultValue={String(offer?.noticeHours ?? 24)}
      />
      <Field
        name="note"
        label="A line about you"
        hint="Whoever may ask you reads it. 300 characters at most; you may leave it out."
        rows={3}
        defaultValue={offer?.note ?? undefined}
      />
      <Checkbox
        name="outsideMySchool"
        label="Not people at my school"
        hint="Then nobody who teaches where you do is shown your offer."
        defaultChecked={offer?.outsideMySchool}
      />
      <SubmitButton name="_do" value="save">
        {offer ? 'Save my offer' : 'Make this offer'}
      </SubmitButton>
    </PostForm>
  )
}

function UnitPlacesFields({ units, places }: Pick<Props, 'units' | 'places'>) {
  return (
    <fieldset className="field">
      <legend>How many people at a time?</legend>
      {units.map(({ value, label, hint }) => (
        <Select
          key={value}
          name={placesField(value)}
          label={label}
          hint={hint}
          options={numbers(places.find(({ unit }) => unit === value)?.places ?? 0)}
          defaultValue={String(places.find(({ unit }) => unit === value)?.places ?? 0)}
        />
      ))}
    </fieldset>
  )
}

/** The field of a unit. One called "year" would be read as a part of a date. */
const placesField = (unit: string) => `places.${unit === 'year' ? 'school_year' : unit}`

const MOST = 6

/** From none to six, or to what somebody gives already. */
const numbers = (now: number) =>
  Array.from({ length: Math.max(MOST, now) + 1 }, (_, many) => ({
    value: String(many),
    label: many === 0 ? 'Not offered' : many === 1 ? '1 place' : `${many} places`,
  }))

const NOTICE = [
  { value: '0', label: 'No notice' },
  { value: '24', label: 'A day' },
  { value: '48', label: 'Two days' },
  { value: '72', label: 'Three days' },
  { value: '168', label: 'A week' },
  { value: '336', label: 'Two weeks' },
]
