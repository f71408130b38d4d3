/** What every page of mentoring promises; visibility keeps it true. */
export function MentoringPromise() {
  return (
    <p className="promise">
      Nothing here is part of your assessment. Your school and your induction tutor cannot read it.
    </p>
  )
}
