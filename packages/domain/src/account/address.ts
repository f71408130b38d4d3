import { Problem } from '@wirearchy/domain'

/** How an address is stored and compared: as typed, without spaces around it, in small letters. */
export const tidyEmail = (email: string) => email.trim().normalize('NFC').toLowerCase()

const SHARED =
  /^(head|headteacher|head-?teacher|headmaster|headmistress|principal|office|schooloffice|mainoffice|admin|administrator|administration|info|information|enquir(y|ies)|inquiries|contact|contactus|reception|secretary|school|mail|post|hello|team|staff|allstaff|finance|bursar|hr|personnel|recruitment|jobs|vacancies|attendance|absence|safeguarding|dsl|senco|itsupport|helpdesk|support|postmaster|webmaster|no-?reply|test)$/

/** Refuses a mailbox that several people read: whoever reads it could sign in as the person. */
export function refuseSharedMailbox(email: string, field = 'email') {
  const name = email.split('@')[0]?.replace(/[._]/g, '').replace(/\+.*$/, '') ?? ''
  if (!SHARED.test(name)) return
  throw new Problem(
    'bad_input',
    'That looks like a mailbox that several people read. Use an address that only you read, such as your own at home.',
    { field },
  )
}

/** Domains of schools and universities: an address there ends with the time there. */
const WORK =
  /@(.+\.)?(sch\.uk|ac\.uk|hwbcymru\.net|hwbmail\.net|glow\.scot|glowmail\.org\.uk|c2kni\.net|c2kschools\.net|lgfl\.net)$/

/** Whether an address is likely to end with a job or a course. */
export const kindOf = (email: string): 'personal' | 'work' => (WORK.test(email) ? 'work' : 'personal')
