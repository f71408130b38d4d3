import { useId } from 'react'
import { CopyButton } from '~/components/copy-button.tsx'
import { PostForm } from '~/components/form.tsx'
import { SubmitButton } from '~/components/submit-button.tsx'
import { ukDay } from '~/dates.ts'

type Props = { id: string; address: string; createdAt: number; no: number | null }

/** A private calendar address: to read, to copy, to take back. */
export function CalendarAddress({ id, address, createdAt, no }: Props) {
  const field = useId()
  const name = no === null ? 'Your address' : `Address ${no}`
  return (
    <div className="card share">
      <div className="field">
        <label htmlFor={field}>{name}</label>
        <div className="hint">
          Made on {ukDay(createdAt)}. In your calendar, choose “add by URL” or “subscribe”.
        </div>
        <input id={field} type="text" readOnly value={address} />
      </div>
      <div className="row">
        <CopyButton text={address} label="Copy the address" />
        <PostForm>
          <input type="hidden" name="feedId" value={id} />
          <SubmitButton kind="quiet" pending="Taking it back…">
            Take it back{no === null ? '' : <span className="visually-hidden"> (address {no})</span>}
          </SubmitButton>
        </PostForm>
      </div>
    </div>
  )
}
