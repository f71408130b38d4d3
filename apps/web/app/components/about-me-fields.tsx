import { Field } from './field.tsx'
import { Select } from './select.tsx'

type Choices = { value: string; label: string }[]

type Props = {
  values: {
    stage: string | null
    phase: string | null
    nation: string | null
    subjects: string[]
    trainedWith: string | null
  }
  choices: { stage: Choices; phase: Choices; nation: Choices }
}

/** The questions that both the first two minutes and the profile ask. */
export function AboutMeFields({ values, choices }: Props) {
  return (
    <>
      <Select
        name="nation"
        label="Nation you teach in"
        hint="So that we use its words: ECT, NQT, probationer."
        options={choices.nation}
        defaultValue={values.nation ?? ''}
        blank="Rather not say"
      />
      <Select
        name="stage"
        label="Where you are in teaching"
        options={choices.stage}
        defaultValue={values.stage ?? ''}
        blank="Rather not say"
      />
      <Select
        name="phase"
        label="Phase"
        options={choices.phase}
        defaultValue={values.phase ?? ''}
        blank="Rather not say"
      />
      <Field
        name="subjects"
        label="Subjects"
        hint="With commas between them, such as “Physics, maths”."
        defaultValue={values.subjects.join(', ')}
      />
      <Field
        name="trainedWith"
        label="Where you trained"
        hint="Such as “Leeds SCITT, 2024 to 2025”. Joining its training group comes later."
        defaultValue={values.trainedWith ?? ''}
      />
    </>
  )
}
