import { type ReactNode, useId } from 'react'
import { CopyButton } from './copy-button.tsx'

type Props = {
  link: string
  /** What the link is for: "Link to join Leeds PGCE Physics". */
  label: string
  /** The sentence that goes with it to WhatsApp and the like. */
  text: string
  /** From qrOf(link) in the loader. */
  qr?: { size: number; path: string }
  /** Until when, how often it may be used, how often it was. */
  limits?: ReactNode
  /** Small forms such as "Make a new link" and "Stop this link". */
  children?: ReactNode
}

/** A link in all the ways people pass it on: to read, to copy, to scan, to send. */
export function ShareSheet({ link, label, text, qr, limits, children }: Props) {
  const id = useId()
  return (
    <div className="card share">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="text" readOnly value={link} />
      </div>
      <div className="row">
        <CopyButton text={link} />
        <a className="btn quiet" href={`https://wa.me/?text=${encodeURIComponent(`${text} ${link}`)}`}>
          Send by WhatsApp
        </a>
        <a
          className="btn quiet"
          href={`mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(link)}`}
        >
          Send by e-mail
        </a>
      </div>
      {qr ? <QrCode {...qr} label={`QR code: ${label}`} /> : null}
      {limits ? <p className="muted">{limits}</p> : null}
      {children ? <div className="row">{children}</div> : null}
    </div>
  )
}

/** A QR code on white, in either theme: cameras want it so. */
function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  return (
    <div className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
    </div>
  )
}
