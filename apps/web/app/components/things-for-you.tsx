import { Link } from '@remix-run/react'
import { type MentoringThing, mentoringTodos } from '../mentoring/home-things.tsx'
import { AnswerRequest } from './answer-request.tsx'
import { TodoList } from './todo-list.tsx'

type Props = {
  isSetUp: boolean
  hasGroup: boolean
  hasSchool: boolean
  /** Every address they sign in with belongs to a job or a course. */
  needsPersonal: boolean
  requests: readonly { id: string; personId: string; name: string; sentence: string; hasPage: boolean }[]
  /** Moves that wait for this person's word: a school has reported, or two disagree. */
  moves: readonly { id: string; state: string }[]
  /** Stays at schools that have changed: only the person can say where they are. */
  changed: readonly { stintId: string; what: string }[]
  moved: readonly { id: string; name: string; changed: string | null }[]
  /** What of their mentoring waits for them. */
  mentoring: readonly MentoringThing[]
}

const MOST_REQUESTS = 3

/** What waits for this person: questions of others first, then their own set-up, then a hello to who has moved. */
export function ThingsForYou(props: Props) {
  const todos = [
    ...toSettle(props),
    ...whichSchool(props),
    ...mentoringTodos(props.mentoring),
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

const toSettle = ({ moves }: Props) =>
  moves.map(({ id, state }) => ({
    id,
    text:
      state === 'conflict'
        ? 'Two schools give different days for your move. Which is right?'
        : 'A school says when your time there begins or ends. Is that right?',
    action: (
      <Link className="btn quiet" to={`/moving/${id}`}>
        Look at it
      </Link>
    ),
  }))

/** One question at a time, however many of their schools have changed. */
const whichSchool = ({ changed }: Props) =>
  changed.slice(0, 1).map(({ stintId, what }) => ({
    id: stintId,
    text:
      what === 'unknown'
        ? 'We could not find a school that you wrote down by name. Which one did you mean?'
        : 'Your school has changed in the official list. Which one are you at now?',
    action: (
      <Link className="btn quiet" to={`/moving/school/${stintId}`}>
        Say which
      </Link>
    ),
  }))

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

function setUp({ isSetUp, hasGroup, hasSchool, needsPersonal }: Props) {
  const steps = [
    { id: 'set-up', isDue: !isSetUp, text: 'Say who you are: two minutes', to: '/start', act: 'Get set up' },
    {
      id: 'group',
      isDue: !hasGroup,
      text: 'Where did you train?',
      to: '/groups',
      act: 'Find your training group',
    },
    {
      id: 'school',
      isDue: !hasSchool,
      text: 'Where do you teach?',
      to: '/story/add',
      act: 'Add your school',
    },
    {
      id: 'personal',
      isDue: needsPersonal,
      text: 'Your address here stops with your job. Keep your account: add one of your own',
      to: '/settings/sign-in/address?next=/home',
      act: 'Add an address',
    },
  ]
  return steps
    .filter(({ isDue }) => isDue)
    .map(({ id, text, to, act }) => ({
      id,
      text,
      action: (
        <Link className="btn quiet" to={to}>
          {act}
        </Link>
      ),
    }))
}

const hellos = ({ moved }: Props) =>
  moved.map(({ id, name, changed }) => ({
    id,
    text: `${name} ${(changed ?? '').replace(/^./, (letter) => letter.toLowerCase())}`,
    action: <Link to={`/people/${id}`}>See {name}’s page</Link>,
  }))
