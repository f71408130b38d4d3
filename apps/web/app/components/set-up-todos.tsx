import { Link } from '@remix-run/react'

export interface WhatIsSetUp {
  isSetUp: boolean
  hasGroup: boolean
  hasSchool: boolean
  /** Every address they sign in with belongs to a job or a course. */
  needsPersonal: boolean
}

/** What of one's own set-up is still to do, each with where it is done. */
export function setUp({ isSetUp, hasGroup, hasSchool, needsPersonal }: WhatIsSetUp) {
  const steps = [
    { id: 'set-up', isDue: !isSetUp, text: 'Say who you are: two minutes', to: '/start', act: 'Get set up' },
    {
      id: 'group',
      isDue: !hasGroup,
      text: 'Where did you train?',
      to: '/groups',
      act: 'Find your training group',
    },
    {
      id: 'school',
      isDue: !hasSchool,
      text: 'Where do you teach?',
      to: '/story/add',
      act: 'Add your school',
    },
    {
      id: 'personal',
      isDue: needsPersonal,
      text: 'Your address here stops with your job. Keep your account: add one of your own',
      to: '/settings/sign-in/address?next=/home',
      act: 'Add an address',
    },
  ]
  return steps
    .filter(({ isDue }) => isDue)
    .map(({ id, text, to, act }) => ({
      id,
      text,
      action: (
        <Link className="btn quiet" to={to}>
          {act}
        </Link>
      ),
    }))
}
