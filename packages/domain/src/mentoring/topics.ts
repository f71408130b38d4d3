/** What people ask for help with. The key is stored, the words are shown. */
export const TOPICS = {
  behaviour: 'Behaviour and routines',
  planning: 'Planning lessons',
  subject: 'Subject knowledge',
  marking: 'Marking and feedback',
  workload: 'Workload and time',
  families: 'Talking with families',
  send: 'Special educational needs',
  eal: 'Pupils who are new to English',
  form: 'Being a form tutor or class teacher',
  exams: 'Exams and assessment',
  induction: 'Getting through induction',
  settling: 'Settling in at a new school',
  returning: 'Coming back after a break',
  next_step: 'The next step in teaching',
  confidence: 'Confidence',
} as const
export const TOPIC_KEYS = Object.keys(TOPICS) as (keyof typeof TOPICS)[]
