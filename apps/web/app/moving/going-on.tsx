import { Link } from '@remix-run/react'
import { PostForm } from '../components/form.tsx'
import { SubmitButton } from '../components/submit-button.tsx'

type Mentorship = { id: string; otherId: string; name: string; isMentor: boolean; goesOn: boolean }

/** School mentorings that ended with the move, each to keep in one tap. */
export function GoingOn({ mentorships }: { mentorships: readonly Mentorship[] }) {
  if (mentorships.length === 0) return null
  return (
    <section className="stack" aria-labelledby="going-on">
      <h2 id="going-on">Keep going?</h2>
      {mentorships.map(({ id, otherId, name, isMentor, goesOn }) => (
        <div key={id} className="card stack">
          <div>
            The school’s mentoring with <Link to={`/people/${otherId}`}>{name}</Link> ends with your time
            there.
            {goesOn ? ' You two keep going by yourselves.' : ''}
          </div>
          {goesOn ? null : (
            <PostForm>
              <input type="hidden" name="mentorshipId" value={id} />
              <SubmitButton kind="quiet" name="_do" value="keep">
                {isMentor ? `Keep mentoring ${name}` : `Keep ${name} as my mentor`}
              </SubmitButton>
            </PostForm>
          )}
        </div>
      ))}
    </section>
  )
}
