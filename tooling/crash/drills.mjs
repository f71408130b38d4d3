// The drills: what each is called, which file of tests/crash it is, and its full size. The gate runs them short.
export const drills = [
  {
    name: 'kill',
    file: 'kill-writer',
    sizes: { kills: 1000 },
    proves: 'R12: a writing process killed loses nothing that it acknowledged, and keeps nothing by half.',
  },
  {
    name: 'server',
    file: 'kill-server',
    sizes: { 'server-kills': 200 },
    proves: 'R14: the server killed, its clients asking again: every act is applied exactly once.',
  },
  {
    name: 'power',
    file: 'power-cut',
    sizes: { cuts: 1000, acts: 400 },
    proves:
      'R13: a power cut at any call, un-synced writes lost, torn or out of order, loses nothing acknowledged.',
  },
  {
    name: 'full',
    file: 'full-disk',
    sizes: { fills: 20 },
    proves:
      'R15: a full disk is told honestly, loses nothing acknowledged, and needs no restart when there is room.',
  },
  {
    name: 'failing',
    file: 'bad-disk',
    sizes: { faults: 100 },
    proves: 'R16: writes that fail (EIO, read-only) are told honestly, lose nothing, and need no restart.',
  },
  {
    name: 'migration',
    file: 'kill-migration',
    sizes: { 'migration-kills': 200, letters: 20_000 },
    proves: 'R18: a migration killed half-way leaves the old schema or the new one, and every row.',
  },
  {
    name: 'yesterday',
    file: 'yesterday',
    sizes: {},
    proves: 'R19: every migration takes a whole world along, row for row, and leaves it sound and guarded.',
  },
  {
    name: 'backup',
    file: 'backup',
    sizes: { megabytes: 1000 },
    proves:
      'R25, R26: a backup made while 200 acts a second are written is whole, and a lost disk comes back from it.',
  },
  {
    name: 'bits',
    file: 'flipped-bits',
    sizes: { flips: 1000 },
    proves: 'R17: no flipped bit that changes what history says gets past verify.',
  },
  {
    name: 'together',
    file: 'two-servers',
    sizes: { presses: 200, writes: 2000 },
    proves:
      'R22, R24: many at once, over two servers on one file, have exactly one effect and lose no write.',
  },
]
