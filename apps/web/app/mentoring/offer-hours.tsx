import { ChoiceGroup } from '../components/choice-group.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { WAY_CHOICES, WAY_WORDS } from './meeting-words.ts'
import { clockWords, WEEKDAYS } from './offer-words.ts'

export interface Hours {
  id: string
  weekday: number
  startMinute: number
  endMinute: number
  way: keyof typeof WAY_WORDS
}

/** Each time of the week, with a way to take it out. */
export function HoursList({ hours }: { hours: readonly Hours[] }) {
  return (
    <ul className="plain todo">
      {hours.map((one) => (
        <li key={one.id}>
          <span>{hoursInWords(one)}</span>
          <PostForm>
            <input type="hidden" name="hoursId" value={one.id} />
            <SubmitButton kind="quiet" name="_do" value="remove" pending="Taking it out…">
              Take it out<span className="visually-hidden"> of my week: {hoursInWords(one)}</span>
            </SubmitButton>
          </PostForm>
        </li>
      ))}
    </ul>
  )
}

/** "Thursdays, 3:30pm to 4:30pm, online" */
const hoursInWords = ({ weekday, startMinute, endMinute, way }: Hours) =>
  `${WEEKDAYS[weekday - 1]?.label}s, ${clockWords(startMinute)} to ${clockWords(endMinute)}, ${WAY_WORDS[way].toLowerCase()}`

export function AddHoursForm({ result }: { result: unknown }) {
  return (
    <PostForm result={result}>
      <Select name="weekday" label="Day" options={WEEKDAYS} blank="Choose a day" />
      <Select name="startMinute" label="From" options={QUARTERS} blank="Choose a time" />
      <Select name="endMinute" label="To" options={QUARTERS} blank="Choose a time" />
      <ChoiceGroup name="way" legend="How?" choices={WAY_CHOICES} defaultValue="online" />
      <SubmitButton name="_do" value="add">
        Add these hours
      </SubmitButton>
    </PostForm>
  )
}

const [EARLIEST, LATEST] = [7 * 60, 21 * 60]

const QUARTERS = Array.from({ length: (LATEST - EARLIEST) / 15 + 1 }, (_, quarter) => {
  const minute = EARLIEST + 15 * quarter
  return { value: String(minute), label: clockWords(minute) }
})
