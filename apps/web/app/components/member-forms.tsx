import type { ReactNode } from 'react'
import { DateInput } from './date-input.tsx'
import { Field } from './field.tsx'
import { PostForm } from './form.tsx'
import { Select } from './select.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = { result: unknown }

/** Putting the first day right. */
export function StartForm({ result, startedOn }: Props & { startedOn: string }) {
  return (
    <Act title="First day" act="start" button="Put it right" result={result}>
      <p>Ties follow this day: people who had left before it were not here together.</p>
      <DateInput name="startedOn" legend="First day here" defaultValue={startedOn} />
    </Act>
  )
}

/** Stopping somebody's time in a group for now. */
export function DeferForm({ result }: Props) {
  return (
    <Act title="Stop for now" act="defer" button="Stop on that day" result={result}>
      <DateInput name="lastDay" legend="Last day here" hint="For example 31 1 2027" />
    </Act>
  )
}

type Group = { slug: string; called: string }

/** Carrying on after stopping: here, or in another group of the same lead. */
export function ResumeForm({ result, groups }: Props & { groups: Group[] }) {
  return (
    <Act title="Carry on" act="resume" button="Carry on" result={result}>
      <Select name="toSlug" label="In which group" options={options(groups)} />
      <DateInput name="startedOn" legend="First day back" hint="For example 1 9 2027" />
    </Act>
  )
}

const options = (groups: Group[]) => groups.map(({ slug, called }) => ({ value: slug, label: called }))

/** Moving somebody to another group of the same lead. */
export function TransferForm({ result, groups }: Props & { groups: Group[] }) {
  return (
    <Act title="Change to another group of yours" act="transfer" button="Change group" result={result}>
      <Select name="toSlug" label="Which group" options={options(groups)} blank="Choose a group" />
      <DateInput name="startedOn" legend="First day there" hint="For example 6 1 2027" />
    </Act>
  )
}

/** Letting a member run the group, too. */
export function LeadForm({ result, name }: Props & { name: string }) {
  return (
    <Act title="Run the group together" act="lead" button={`Let ${name} run it, too`} result={result}>
      <p>They can then make links, keep seats and change people’s time here, as you can.</p>
    </Act>
  )
}

/** Taking back a membership that was a mistake. */
export function VoidForm({ result, name }: Props & { name: string }) {
  return (
    <Act title="Here by mistake" act="void" button="Take it back" result={result} isDangerous>
      <p>
        Only if {name} was never in this group. People who knew {name} through it alone lose sight of each
        other.
      </p>
      <Field
        name="reason"
        label="Why it was a mistake"
        hint="Kept with the record; for example “joined the wrong group”."
      />
    </Act>
  )
}

type ActProps = Props & {
  title: string
  act: string
  button: string
  children: ReactNode
  isDangerous?: boolean
}

function Act({ title, act, button, children, result, isDangerous }: ActProps) {
  return (
    <section className="stack" aria-labelledby={act}>
      <h2 id={act}>{title}</h2>
      <PostForm result={result}>
        <input type="hidden" name="_do" value={act} />
        {children}
        <SubmitButton kind={isDangerous ? 'danger' : 'quiet'}>{button}</SubmitButton>
      </PostForm>
    </section>
  )
}
