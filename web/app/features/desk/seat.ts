import { createContext, useContext } from 'react'

/** As whom somebody sits at the desk. `actions` is absent where a key opened it: the API alone knows what that may. */
export type Seat = { isAccount: boolean; actions?: readonly string[] }

/** What opens each page of the desk: all of these actions. */
export const PARTS = {
  today: ['see-needs'],
  intake: ['report', 'see-personal'],
  cases: ['see-personal'],
  moderation: ['see-needs', 'publish'],
  reporters: ['serve-reporters'],
  duty: ['see-rosters'],
  wrongful: ['see-wrongful', 'see-personal'],
  templates: ['see-mail-texts'],
} as const satisfies Record<string, readonly string[]>
export type Part = keyof typeof PARTS

/** Of which action each form of the desk is, by what the form asks. */
const ACTION_OF = {
  release: 'release',
  settle: 'settle',
  close: 'settle',
  kind: 'settle',
  verify: 'verify',
  give: 'overrule',
  reply: 'reply',
  raise: 'raise-danger',
  'take-over': 'take-over-danger',
  'made-safe': 'end-danger',
  lower: 'end-danger',
  publish: 'publish',
  unpublish: 'publish',
  'keep-back': 'publish',
  tell: 'serve-reporters',
  note: 'serve-reporters',
  join: 'join-cases',
  split: 'join-cases',
  'give-back': 'join-cases',
  'set-text': 'set-mail-texts',
  'settle-wrongful': 'settle-wrongful',
} as const
export type Does = keyof typeof ACTION_OF

const may = ({ actions }: Seat, action: string) => actions?.includes(action) ?? true

export const opens = (seat: Seat, part: Part) => PARTS[part].every((one) => may(seat, one))

/** Whether what the desk waits for is told to whoever sits here, as it comes. */
export const hearsAll = (seat: Seat) => may(seat, 'see-needs')

const SeatContext = createContext<Seat>({ isAccount: false, actions: [] })
export const SeatProvider = SeatContext.Provider
export const useSeat = () => useContext(SeatContext)

/** Whether a form of the desk is shown to whoever looks; the API decides by itself. */
export function useMay(does: Does | undefined): boolean {
  const seat = useSeat()
  return does === undefined || may(seat, ACTION_OF[does])
}
