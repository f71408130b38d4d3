import { Link } from '@remix-run/react'
import { type MentoringThing, mentoringTodos } from '../mentoring/home-things.tsx'
import { type AskedInto, programmeTodos } from '../mentoring/programme-todos.tsx'
import { type ToSettle, toSettle, whichSchool } from '../moving/settle-todos.tsx'
import { AnswerRequest } from './answer-request.tsx'
import { setUp, type WhatIsSetUp } from './set-up-todos.tsx'
import { TodoList } from './todo-list.tsx'

interface Props extends ToSettle, WhatIsSetUp {
  requests: readonly { id: string; personId: string; name: string; sentence: string; hasPage: boolean }[]
  moved: readonly { id: string; name: string; changed: string | null }[]
  /** What of their mentoring waits for them. */
  mentoring: readonly MentoringThing[]
  /** Programmes that somebody asks them into and that they have not answered. */
  askedInto: readonly AskedInto[]
}

const MOST_REQUESTS = 3

/** What waits for this person: questions of others first, then their own set-up, then a hello to who has moved. */
export function ThingsForYou(props: Props) {
  const todos = [
    ...toSettle(props),
    ...whichSchool(props),
    ...mentoringTodos(props.mentoring),
    ...programmeTodos(props.askedInto),
    ...asked(props),
    ...setUp(props),
    ...hellos(props),
  ]
  return (
    <section className="stack" aria-labelledby="for-you">
      <h2 id="for-you">Things for you</h2>
      {todos.length > 0 ? <TodoList todos={todos} /> : <p className="muted">Nothing waits for you.</p>}
    </section>
  )
}

const asked = ({ requests }: Props) =>
  requests.slice(0, MOST_REQUESTS).map((request) => ({
    id: request.id,
    text: (
      <>
        {request.hasPage ? <Link to={`/people/${request.personId}`}>{request.name}</Link> : request.name}{' '}
        would like to say that you know each other: “{request.sentence}”
      </>
    ),
    action: <AnswerRequest request={request} />,
  }))

const hellos = ({ moved }: Props) =>
  moved.map(({ id, name, changed }) => ({
    id,
    text: `${name} ${(changed ?? '').replace(/^./, (letter) => letter.toLowerCase())}`,
    action: <Link to={`/people/${id}`}>See {name}’s page</Link>,
  }))
