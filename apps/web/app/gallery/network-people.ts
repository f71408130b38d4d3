import type { Kind, NetworkPerson } from '../pictures/network-layout.ts'

const NAMES = [
  'Siân Price',
  'Zoë Nguyễn',
  'Callum O’Neill',
  'Adaeze Okafor',
  'Sukarno',
  'Ŵena ap Rhys-Llewelyn of Aberystwyth',
]
const WHY: Record<Kind, [string, string]> = {
  group: ['trained together, Leeds PGCE Physics, 2024 to 2025', 'Leeds PGCE Physics'],
  mentoring: ['your mentor since September 2026', 'Moorside High'],
  school: ['worked at Moorside High at the same time, 2025 to 2026', 'Moorside High'],
  connection: ['connected since October 2026', ''],
}

/** As many invented people of one kind as asked, the same ones each time. */
export function someone(kind: Kind, count: number): NetworkPerson[] {
  const [why, from] = WHY[kind]
  return Array.from({ length: count }, (_, index) => ({
    id: `${kind}-${index}`,
    name: NAMES[index % NAMES.length] ?? '',
    kind,
    why,
    from,
    href: `/people/${kind}-${index}`,
  }))
}
