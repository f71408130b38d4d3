// How a check ends: each finding on its line and exit 1, or one line of what was looked at.

/** `findings`: one sentence each; `note`: what to show beside the step when there are none. */
export function finish(findings, note) {
  for (const finding of findings) console.error(finding)
  if (findings.length === 0) console.log(`note: ${note}`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
