/** What every page of mentoring promises; visibility keeps it true. */
export function MentoringPromise() {
  return (
    <p className="promise">
      Nothing here is part of your assessment. Your school and your induction tutor cannot read it.
    </p>
  )
}

/** The same to whoever runs a programme or looks after pairs, and where people tell them something: what is theirs alone. */
export function PairsPromise() {
  return (
    <p className="promise">
      What mentor and mentee say and write to each other is part of nobody’s assessment. No school, no
      induction tutor and nobody who runs a programme can read it.
    </p>
  )
}
