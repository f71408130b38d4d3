import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import type { Again } from './meeting-types.ts'
import { HowFields, WhenFields } from './meeting-when.tsx'

/** Up to three times, for the other to choose from. */
export function OfferTimes({
  otherName,
  again,
  result,
}: {
  otherName: string
  again: Again
  result: unknown
}) {
  return (
    <PostForm result={result}>
      <WhenFields name="first" legend="Day" given={again} />
      <details>
        <summary>Offer a second and a third time</summary>
        <WhenFields name="second" legend="Second day" />
        <WhenFields name="third" legend="Third day" />
      </details>
      <HowFields />
      <SubmitButton name="_do" value="propose" pending="Sending…">
        Offer {otherName} these times
      </SubmitButton>
    </PostForm>
  )
}
