/** The page without what is new in every answer: nonces, keys of forms and numbers of requests. */
export function withoutOnce(html: string) {
  return html
    .replace(/nonce="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'once')
}
