const EXAMPLE = `Name,Email,TRN,Start date,End date,Subgroup
Siân Price,sian@example.org,,,,Physics
Ben Owusu,,0012345,02/09/2026,,Maths`

/** How a list of trainees has to look, with an example to copy. */
export function ListHelp() {
  return (
    <details>
      <summary>How the list should look</summary>
      <div className="stack">
        <p>
          One row of headings, then one row a person. Save it from your spreadsheet as CSV. The order of the
          columns and other columns make no difference.
        </p>
        <ul>
          <li>Name, or First name and Last name.</li>
          <li>Email, or TRN, or Trainee ID: so that only the right person can take the seat.</li>
          <li>Start date and End date, if they differ from the course: day, month, year.</li>
          <li>Subgroup, if you have them.</li>
        </ul>
        <pre className="scroll-x">
          <code>{EXAMPLE}</code>
        </pre>
        <p>Uploading a list again changes only what is new in it.</p>
      </div>
    </details>
  )
}
