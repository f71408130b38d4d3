const PRODUCT = 'Wirearchy'

type Matches = { matches: readonly unknown[] }

/**
 * The `<title>` of a page: page – context – product, with "Error: " in front when its form was just refused.
 * Use it as a route's meta: `export const meta: MetaFunction = (args) => pageTitle(args, 'Moving school')`.
 */
export function pageTitle(args: Matches, page: string, context?: string) {
  return [{ title: titleText([page, context], wasRefused(args)) }]
}

/** The words of a title; empty parts are left out. */
export function titleText(parts: (string | undefined)[], isRefused = false) {
  const title = [...parts, PRODUCT].filter(Boolean).join(' – ')
  return isRefused ? `Error: ${title}` : title
}

type Told = { data?: { refused?: boolean; past?: { result?: unknown } } } | undefined

/** The root says so of a form that was sent; a page says so itself of a day that it was asked for. */
const wasRefused = ({ matches }: Matches) =>
  (matches as readonly Told[]).some((match) => match?.data?.refused || match?.data?.past?.result)
