import { PostForm } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { longDay } from '../dates.ts'
import type { Values } from '../form-raw.ts'
import { DESTINATIONS, labelOf, PATTERNS, ROLES, WHENS } from './words.ts'

export type Checked = {
  leaving: string[]
  leaveOn: string | null
  school: string | null
  startOn: string | null
  headline: string
  told: { now: number; on_start: number }
  mentoring: string[]
}

/** Everything once more before it is told, with what each side will read. */
export function CheckAnswers({ checked, values }: { checked: Checked; values: Values }) {
  return (
    <div className="stack">
      <h1>Check before you tell anybody</h1>
      <SummaryList rows={rowsOf(checked, values)} />
      <h2>What people will read</h2>
      <Notice>
        <p>
          <strong>{checked.headline}</strong>
        </p>
        <p>{toldWords(checked)}</p>
      </Notice>
      <h2>What changes, and what stays</h2>
      <ul>
        {checked.leaving.length > 0 ? (
          <li>{checked.leaving.join(' and ')} no longer sees you once your last day is over.</li>
        ) : null}
        {checked.mentoring.map((name) => (
          <li key={name}>
            Your school’s mentoring with {name} ends with it. You two can keep going afterwards, in one tap.
          </li>
        ))}
        <li>Everybody you know stays: your training groups, your mentors, your connections.</li>
      </ul>
      <PostForm>
        <Kept values={values} />
        <div className="row">
          <SubmitButton name="_step" value="confirm">
            Confirm my move
          </SubmitButton>
          <SubmitButton kind="quiet" name="_step" value="change" pending="Back…">
            Change my answers
          </SubmitButton>
        </div>
      </PostForm>
    </div>
  )
}

/** The answers, carried along so that they can be sent or changed. */
function Kept({ values }: { values: Values }) {
  const all = Object.entries(values).filter(([name]) => name !== '_step')
  return all.flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one) => <input key={`${name} ${one}`} type="hidden" name={`${name}[]`} value={one} />)
      : [<input key={name} type="hidden" name={name} value={value} />],
  )
}

const textOf = (values: Values, name: string) =>
  typeof values[name] === 'string' ? (values[name] as string) : ''

function rowsOf({ leaving, leaveOn, school, startOn }: Checked, values: Values) {
  const row = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  return [
    ...row('Leaving', leaving.join(' and ')),
    ...row('Last day', leaveOn && longDay(leaveOn)),
    ...row('Going', school ?? labelOf(DESTINATIONS, textOf(values, 'destination'))),
    ...row('First day', startOn && longDay(startOn)),
    ...row('Role', labelOf(ROLES, textOf(values, 'role'))),
    ...row('Pattern', labelOf(PATTERNS, textOf(values, 'pattern'))),
    ...row('People you know', labelOf(WHENS, textOf(values, 'telling.ties'))),
    ...row('People you trained with', labelOf(WHENS, textOf(values, 'telling.groups'))),
    ...row('The school you leave', labelOf(WHENS, textOf(values, 'telling.old_school'))),
    ...row('The school you join', labelOf(WHENS, textOf(values, 'telling.new_school'))),
  ]
}

function toldWords({ told, startOn, leaveOn }: Checked) {
  const people = (count: number) => (count === 1 ? 'One person' : `${count} people`)
  const day = startOn ?? leaveOn
  const parts = [
    told.now ? `${people(told.now)} will be told now, by a notice here and a letter.` : '',
    told.on_start && day ? `${people(told.on_start)} will be told on ${longDay(day)}.` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : 'Nobody is told.'
}
