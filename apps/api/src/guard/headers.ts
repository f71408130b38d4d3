import type { ServerResponse } from 'node:http'

/** What every response says, whoever made it: pages, errors, refusals, files. */
export function setSecurityHeaders(
  res: ServerResponse,
  nonce: string,
  { origin, development }: { origin: string; development: boolean },
) {
  const headers = {
    'content-security-policy': policy(nonce, development),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'x-robots-tag': 'noindex',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  }
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}

/** Scripts by nonce, nothing inline, nothing from elsewhere. Vite puts styles in pages and talks by WebSocket. */
function policy(nonce: string, development: boolean) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
