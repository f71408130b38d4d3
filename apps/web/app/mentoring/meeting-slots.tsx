import { Link } from '@remix-run/react'
import { ChoiceGroup } from '~/components/choice-group.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import type { Slot } from './meeting-types.ts'
import { WAY_WORDS } from './meeting-words.ts'

const FIRST = 8

type Props = { otherName: string; slots: Slot[]; isAll: boolean; result: unknown }

/** The mentor's free hours, soonest first. */
export function ChooseSlot({ otherName, slots, isAll, result }: Props) {
  const shown = isAll ? slots : slots.slice(0, FIRST)
  if (slots.length === 0)
    return <p>All of {otherName}’s hours in the coming five weeks are taken. Offer some times instead.</p>
  return (
    <PostForm result={result}>
      <ChoiceGroup
        name="startsAt"
        legend={`When ${otherName} is free`}
        choices={shown.map((slot) => ({
          value: String(slot.startsAt),
          label: `${slot.words} to ${slot.until}`,
          hint: slot.isHoliday ? `${WAY_WORDS[slot.way]}. In the school holidays.` : WAY_WORDS[slot.way],
        }))}
      />
      {shown.length < slots.length ? (
        <p>
          <Link to="?all=yes">Show all {slots.length} times</Link>
        </p>
      ) : null}
      <SubmitButton name="_do" value="book" pending="Booking…">
        Book this time
      </SubmitButton>
    </PostForm>
  )
}
