import { Link } from '@remix-run/react'
import type { RequestOfMine } from '@wirearchy/domain/request'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { UNIT_NAMES, type UnitKey } from './offer-words.ts'
import { resultFor } from './space-newer.tsx'

/** The asker's answer to what a mentor asked first. */
export function AnswerForm({ mentor, result }: { mentor: string; result: unknown }) {
  return (
    <PostForm result={resultFor(result, 'answer')}>
      <Field
        name="answer"
        label={`Your answer to ${mentor}`}
        hint="500 characters at most. Don’t name pupils."
        rows={4}
      />
      <SubmitButton pending="Sending…">Send your answer</SubmitButton>
    </PostForm>
  )
}

/** What may be done with an open request. */
export function RequestActs({ request, result }: { request: RequestOfMine; result: unknown }) {
  const base = `/mentoring/mine/${request.requestId}`
  return (
    <section className="stack" aria-labelledby="change">
      <h2 id="change">Change something</h2>
      <p className="row">
        <Link to={`${base}/others`}>Choose others</Link>
        <Link to={`${base}/withdraw`}>Take the request back</Link>
      </p>
      <details open={resultFor(result, 'unit') !== undefined}>
        <summary>Ask for something smaller or larger</summary>
        <PostForm result={resultFor(result, 'unit')}>
          <ChoiceGroup
            name="unit"
            legend="How much would you like?"
            hint="The same request, with this instead. It goes to the open list, and whoever has it now is told."
            choices={(Object.keys(UNIT_NAMES) as UnitKey[]).map((value) => ({
              value,
              label: UNIT_NAMES[value],
            }))}
            defaultValue={request.unit}
          />
          <SubmitButton kind="quiet">Ask for this instead</SubmitButton>
        </PostForm>
      </details>
    </section>
  )
}
