import type { AgreementSeen } from '@wirearchy/domain/space'
import { ChoiceGroup } from '../components/choice-group.tsx'
import { Field } from '../components/field.tsx'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { RHYTHM_WORDS, STOPPING } from './space-agreement.tsx'

/** The words as they stand. */
export function AgreementWords({ agreement }: { agreement: AgreementSeen }) {
  const { aims, rhythm, stopping } = agreement
  return (
    <SummaryList
      rows={[
        { label: 'Aims', value: <span className="letter">{aims ?? 'Not written down'}</span> },
        { label: 'We meet', value: RHYTHM_WORDS[rhythm] },
        { label: 'How we stop', value: <span className="letter">{stopping ?? STOPPING}</span> },
      ]}
    />
  )
}

/** One tap for a yes to what the other wrote. */
export function AgreeForm({ agreement, name }: { agreement: AgreementSeen; name: string }) {
  return (
    <section className="card stack" aria-labelledby="yes">
      <h2 id="yes">{name} wrote this down</h2>
      <AgreementWords agreement={agreement} />
      <PostForm>
        <input type="hidden" name="rev" value={agreement.rev} />
        <SubmitButton name="_agree" value="yes">
          Yes, I agree
        </SubmitButton>
      </PostForm>
    </section>
  )
}

type Props = { agreement: AgreementSeen; result: unknown; isChange: boolean }

/** Three short questions; saving them is one's own yes. */
export function AgreementForm({ agreement, result, isChange }: Props) {
  const { aims, rhythm, stopping, rev } = agreement
  return (
    <PostForm result={result}>
      {isChange ? <h2>Or change it</h2> : null}
      <input type="hidden" name="rev" value={rev} />
      <Field
        name="aims"
        label="What is it for?"
        hint="One or two lines, such as “Calmer starts to lessons, and somebody to ask”."
        rows={4}
        defaultValue={aims ?? ''}
      />
      <ChoiceGroup
        name="rhythm"
        legend="How often do you meet?"
        choices={Object.entries(RHYTHM_WORDS).map(([value, label]) => ({ value, label }))}
        defaultValue={rhythm}
      />
      <Field
        name="stopping"
        label="How do you stop?"
        hint="Leave it as it is, or say it in your own words."
        rows={3}
        defaultValue={stopping ?? STOPPING}
      />
      <p>Other words need the other’s yes again.</p>
      <SubmitButton>Save and say yes</SubmitButton>
    </PostForm>
  )
}
