import { fold } from '../../fold.ts'

export type RegisterStatus = 'open' | 'closed' | 'proposed_to_close' | 'proposed_to_open' | 'unknown'

/** By name: the register uses two numberings of its codes at once (domain.md 5.4). */
const BY_NAME: Record<string, RegisterStatus> = {
  open: 'open',
  closed: 'closed',
  'open but proposed to close': 'proposed_to_close',
  'proposed to close': 'proposed_to_close',
  'proposed to open': 'proposed_to_open',
}

/** The status a name stands for; 'unknown' is a row for a person to look at, not one to refuse. */
export const statusNamed = (name: string): RegisterStatus => BY_NAME[fold(name)] ?? 'unknown'

/** A school that is proposed to close is still open: people teach there. */
export const isOpen = (status: RegisterStatus): boolean => status === 'open' || status === 'proposed_to_close'
