import { UNIT_NAMES, type UnitKey } from '../mentoring/offer-words.ts'

export interface UnitPlaces {
  unit: UnitKey
  places: number
  taken: number
}

/** Who can take one more: a square for each place, filled when it is taken, and the same in words beside it. */
export function Places({ of }: { of: readonly UnitPlaces[] }) {
  return (
    <ul className="plain places">
      {of.map((one) => (
        <li key={one.unit}>
          <Squares {...one} />
          <span>
            {UNIT_NAMES[one.unit]}: {placesInWords(one)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "1 of 3 places free". More may be taken than are given now: then none is free. */
export const placesInWords = ({ places, taken }: Pick<UnitPlaces, 'places' | 'taken'>) =>
  `${Math.max(0, places - taken)} of ${places} ${places === 1 ? 'place' : 'places'} free`

const SIDE = 20
const GAP = 6

/** The words beside it say all of it, so that it is nothing but a picture. */
function Squares({ places, taken }: UnitPlaces) {
  const all = Math.max(places, taken)
  const width = all * (SIDE + GAP) - GAP + 2
  return (
    <svg
      className="squares"
      viewBox={`0 0 ${width} ${SIDE + 2}`}
      width={width}
      height={SIDE + 2}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: all }, (_, place) => {
        const x = 1 + place * (SIDE + GAP)
        return (
          <rect
            key={x}
            className={place < taken ? 'taken' : 'free'}
            x={x}
            y="1"
            width={SIDE}
            height={SIDE}
            rx="4"
          />
        )
      })}
    </svg>
  )
}
