import { encode } from 'uqr'

/** A QR code as one SVG path on a square of `size` modules, with the quiet border that cameras need. */
export type Qr = { size: number; path: string }

/** Draws a link as a QR code on the server; dark modules only. */
export function qrOf(link: string): Qr {
  const { data, size } = encode(link, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: path.join('') }
}
