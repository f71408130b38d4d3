import { errorTitle, isNotFound, isWait } from '../error-words.ts'
import { useShell } from '../shell.ts'

/** The page for what is not there and for what went wrong on our side; never a stack, only a number to quote. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <div className="stack">
      <h1>{errorTitle(error)}</h1>
      {isNotFound(error) ? <NotFound /> : isWait(error) ? <Wait /> : <Broken />}
    </div>
  )
}

function NotFound() {
  return (
    <>
      <p>If you typed the address, check it for slips. If you pasted it, check that you copied all of it.</p>
      <p>
        <a href="/home">Go to your home page</a> or <a href="/help">get help</a>.
      </p>
    </>
  )
}

function Wait() {
  return <p>A lot is happening at the moment. Wait a minute, then reload this page.</p>
}

function Broken() {
  const { requestId } = useShell()
  return (
    <>
      <p>
        It is our fault, not yours. If you were sending something, go back: your words should still be there.
      </p>
      <p>Try again in a few minutes.</p>
      {requestId ? (
        <p>
          If it keeps happening, <a href="/help">tell us</a> this number:{' '}
          <span className="num">{requestId}</span>
        </p>
      ) : null}
    </>
  )
}
