import type { IncomingMessage } from 'node:http'
import { factsOf } from './facts.ts'

const OF_PROXIES =
  /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|x-original-(url|host|method)|x-rewrite-url|x-http-method(-override)?|x-method-override|true-client-ip|cf-connecting-ip|client-ip)$/

/**
 * Drops what only a proxy may say, after reading the caller's address from it where a proxy of ours stands in front;
 * then says who we are: pages see our own host, whatever the request called us.
 */
export function dropProxyHeaders(
  req: IncomingMessage,
  { origin, trustProxy }: { origin: string; trustProxy: number },
) {
  if (trustProxy > 0) factsOf(req).ip = toldBy(req, trustProxy) ?? factsOf(req).ip
  for (const name of Object.keys(req.headers)) if (OF_PROXIES.test(name)) delete req.headers[name]
  req.headers.host = new URL(origin).host
}

/** The address that the outermost of our own proxies saw: counted from the right, which callers cannot write. */
function toldBy(req: IncomingMessage, proxies: number) {
  const seen = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  return seen.at(-proxies)?.trim() || undefined
}
