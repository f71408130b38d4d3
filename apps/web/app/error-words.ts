type ErrorResponse = { status: number }

const statusOf = (error: unknown) => (error as ErrorResponse | undefined)?.status

/** Not there, not allowed, never was: one page for all of them. */
export const isNotFound = (error: unknown) => [403, 404, 405].includes(statusOf(error) ?? 0)

/** Too many requests, or too busy to answer: worth another try soon. */
export const isWait = (error: unknown) => [429, 503].includes(statusOf(error) ?? 0)

/** The title of an error page. */
export function errorTitle(error: unknown) {
  if (isNotFound(error)) return 'Page not found'
  return isWait(error) ? 'Try again in a minute' : 'Sorry, there is a problem with the service'
}
