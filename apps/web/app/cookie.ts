/** The value of one cookie in a Cookie header, decoded; '' when it is absent or cannot be read. */
export function cookieValue(header: string | undefined | null, name: string) {
  const pair = (header ?? '').split(/; */).find((part) => part.startsWith(`${name}=`))
  try {
    return decodeURIComponent(pair?.slice(name.length + 1) ?? '')
  } catch {
    return ''
  }
}
