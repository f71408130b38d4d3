/** The three questions, each with its answers from 1 to 3. */
export const TAPS = [
  { name: 'useful', question: 'Is it useful?', answers: ['Not yet', 'Somewhat', 'Very'] },
  {
    name: 'often',
    question: 'Do you meet often enough?',
    answers: ['Too rarely', 'About right', 'More than I need'],
  },
  {
    name: 'going',
    question: 'All in all, how is it going?',
    answers: ['It is not working', 'It is all right', 'It goes well'],
  },
] as const

export const WANTS = [
  { value: 'nothing', label: 'Nothing, we go on' },
  { value: 'another_mentor', label: 'Another mentor' },
  { value: 'a_word', label: 'A quiet word with somebody' },
  { value: 'to_stop', label: 'To stop, and finish well' },
] as const
