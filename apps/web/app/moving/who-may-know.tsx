import { ChoiceGroup } from '../components/choice-group.tsx'
import { Select } from '../components/select.tsx'
import { WHENS } from './words.ts'

type Props = {
  people: { ties: number; groups: number }
  twoHops: 'yes' | 'no'
  /** Whoever keeps their school to themselves starts from "never". */
  hidesSchool: boolean
}

/** Who is told of a move, and when. Choosing "never" for the first two hides the new school from everybody. */
export function WhoMayKnow({ people, twoHops, hidesSchool }: Props) {
  const usual = hidesSchool ? 'never' : 'now'
  return (
    <fieldset className="field">
      <legend>
        <h2>Who may know, and when</h2>
      </legend>
      <p className="hint">
        If you choose never for the first two, nobody sees the new school on your page. The old school never
        learns from us where you go.
      </p>
      <div className="form">
        <Select
          name="telling.ties"
          label={`People you know (${people.ties})`}
          options={WHENS}
          defaultValue={usual}
        />
        <Select
          name="telling.groups"
          label={`People you trained with (${people.groups})`}
          options={WHENS}
          defaultValue={usual}
        />
        <Select
          name="telling.old_school"
          label="Whoever looks after new staff at the school you leave"
          hint="Only your last day."
          options={WHENS}
          defaultValue="never"
        />
        <Select
          name="telling.new_school"
          label="Whoever looks after new staff at the school you join"
          hint="Only your first day."
          options={WHENS}
          defaultValue="never"
        />
        <ChoiceGroup
          name="twoHops"
          legend="May people who know people you know find you at your new school?"
          hint="They can then ask to be introduced to you."
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          defaultValue={twoHops}
        />
      </div>
    </fieldset>
  )
}
