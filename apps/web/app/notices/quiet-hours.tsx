import { Link } from '@remix-run/react'
import { Checkbox } from '../components/checkbox.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Hours = {
  isOn: boolean
  startMinute: number
  endMinute: number
  weekends: boolean
  holidays: boolean
  digestMinute: number
  digestDay: number
}
type Props = { hours: Hours; nation: string; result: unknown }

/** When nothing may come, and at what time the bundle does. */
export function QuietHours({ hours, nation, result }: Props) {
  return (
    <section className="stack" aria-labelledby="quiet-hours">
      <h2 id="quiet-hours">Quiet hours</h2>
      <p>
        In your quiet hours no letter comes, except a code that you asked for and what cannot wait; the rest
        comes when they end.
      </p>
      <PostForm result={result}>
        <input type="hidden" name="_form" value="hours" />
        <Checkbox name="isOn" label="Keep quiet hours" defaultChecked={hours.isOn} />
        <Field
          name="start"
          label="In the evening from"
          hint="Such as 6pm."
          defaultValue={clock(hours.startMinute)}
        />
        <Field
          name="end"
          label="Until the morning at"
          hint="Such as 7am."
          defaultValue={clock(hours.endMinute)}
        />
        <Checkbox name="weekends" label="Weekends, all day" defaultChecked={hours.weekends} />
        <Checkbox
          name="holidays"
          label={`School holidays in ${NATIONS[nation] ?? 'England'}, all day`}
          hint={
            <>
              The usual weeks. Another nation? <Link to="/settings/profile">Say so in your profile</Link>.
            </>
          }
          defaultChecked={hours.holidays}
        />
        <Field
          name="digest"
          label="The daily and weekly letter comes at"
          hint="On days that are not quiet. Such as 7:30am."
          defaultValue={clock(hours.digestMinute)}
        />
        <Select
          name="digestDay"
          label="The weekly one on"
          options={DAYS.map((label, n) => ({ value: String(n + 1), label }))}
          defaultValue={String(hours.digestDay)}
        />
        <SubmitButton>Save quiet hours</SubmitButton>
      </PostForm>
    </section>
  )
}

const NATIONS: Record<string, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Minutes since midnight as people write a time: 7:30am, 6pm. */
function clock(minutes: number) {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`
}
