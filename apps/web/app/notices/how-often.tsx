import { PostForm } from '../components/form.tsx'
import { Select } from '../components/select.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Pace = 'now' | 'daily' | 'weekly' | 'off'
type Props = {
  posts: readonly { post: string; name: string; about: string; pace: Pace }[]
  result: unknown
}

/** For each kind of letter: at once, in one bundle a day, in one a week, or never. */
export function HowOften({ posts, result }: Props) {
  return (
    <section className="stack" aria-labelledby="how-often">
      <h2 id="how-often">How soon each kind comes</h2>
      <PostForm result={result}>
        <input type="hidden" name="_form" value="paces" />
        {posts.map(({ post, name, about, pace }) => (
          <Select
            key={post}
            name={post}
            label={name}
            hint={`${about}.`}
            options={PACES}
            defaultValue={pace}
          />
        ))}
        <SubmitButton>Save how soon</SubmitButton>
      </PostForm>
      <p className="muted">
        Sign-in codes, and what keeps your account safe, always come at once. A meeting that is called off is
        told before it would begin, unless you chose never. What changes for your calendar comes with every
        letter, a bundle too.
      </p>
    </section>
  )
}

const PACES: { value: Pace; label: string }[] = [
  { value: 'now', label: 'Now, but not in quiet hours' },
  { value: 'daily', label: 'Daily, together in one letter' },
  { value: 'weekly', label: 'Weekly, together in one letter' },
  { value: 'off', label: 'Never by e-mail' },
]
