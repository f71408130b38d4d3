import { sql } from '@wirearchy/db'
import { expect, it } from 'vitest'
import { remindPairs } from './index.ts'
import { boardHouse } from './testing.ts'

it('reminds every other pair when the rows of one are faulty, and tells of the fault at the end', async () => {
  const house = await boardHouse('2025-11-05')
  const [mo, ana, zoe] = [await house.teacher('Mo'), await house.teacher('Ana'), await house.teacher('Zoe')]
  const broken = await house.pair(mo, ana, '2025-10-22')
  const sound = await house.pair(mo, zoe, '2025-10-22')
  await house.store.tx((tx) =>
    tx.exec(
      sql.raw(`create trigger faulty before insert on nudges when new.mentorship_id = '${broken}'
        begin select raise(abort, 'A faulty row'); end`),
    ),
  )
  await expect(remindPairs(house.ctx())).rejects.toThrow()
  const told = (await house.nudges()).map(({ mentorshipId, to }) => [mentorshipId, to]).sort()
  expect(told).toEqual([
    [sound, 'mentee'],
    [sound, 'mentor'],
  ])
  expect((await house.letters()).map(({ to }) => to).sort()).toEqual(['mo@example.com', 'zoe@example.com'])
  await house.close()
})
