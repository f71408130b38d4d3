import { PostForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = { request: { id: string; name: string }; result?: unknown }

/** Yes or no to somebody who asks whether you know each other. A no is silent. */
export function AnswerRequest({ request: { id, name }, result }: Props) {
  return (
    <PostForm action="/notices" result={result} className="row">
      <input type="hidden" name="requestId" value={id} />
      <SubmitButton name="answer" value="yes">
        Yes <span className="visually-hidden">I know {name}</span>
      </SubmitButton>
      <SubmitButton kind="quiet" name="answer" value="no">
        No <span className="visually-hidden">to {name}</span>
      </SubmitButton>
    </PostForm>
  )
}
