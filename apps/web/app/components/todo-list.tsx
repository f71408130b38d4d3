import type { ReactNode } from 'react'

type Todo = {
  id: string
  text: ReactNode
  /** A link or a small form: the one thing to do. */
  action: ReactNode
  /** A small form that puts it off. */
  notNow?: ReactNode
}

const MOST = 5

/** The things that wait for this person, five at most, each with one act and a "Not now". */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  return (
    <ul className="plain todo">
      {todos.slice(0, MOST).map(({ id, text, action, notNow }) => (
        <li key={id}>
          <div>{text}</div>
          <div className="row">
            {action}
            {notNow}
          </div>
        </li>
      ))}
    </ul>
  )
}
