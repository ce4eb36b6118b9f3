/** What somebody can be in a municipality: of its own staff, or of a party there. */
export const STAFF_ROLES = [
  'desk',
  'area-manager',
  'contract-manager',
  'inspector',
  'approver',
  'moderator',
  'privacy-officer',
  'archivist',
  'alderman',
  'administrator',
] as const
export const PARTY_ROLES = ['planner', 'crew'] as const
export const ROLES = [...STAFF_ROLES, ...PARTY_ROLES] as const
export type Role = (typeof ROLES)[number]

/** Who has no role: anybody, a system that reports, and the key of a party. A key of the desk or of the administrator
 * is the role of that name. */
const OTHERS = ['public', 'integrator', 'party'] as const
export type Holder = Role | (typeof OTHERS)[number]

const HOLDERS = [...OTHERS, ...ROLES] as const satisfies readonly Holder[]

const yes = true
const ____ = false

type Row = readonly [
  ...[boolean, boolean, boolean],
  ...[boolean, boolean, boolean, boolean, boolean, boolean, boolean, boolean, boolean, boolean],
  ...[boolean, boolean],
]

/** Who may do what, in the order of HOLDERS. Each operation of the API names one action of these (access.ts). */
// biome-ignore format: a table is read by its columns
const TABLE = {
  //                   public integr party  desk  area  contr inspe appro moder priva archi alder admin  planner crew
  'look':               [yes,  yes,  yes,   yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,   yes,  yes],
  'report':             [yes,  yes,  yes,   yes,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____,  yes,  yes],
  'join-in':            [yes,  yes,  ____,  yes,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____,  ____, ____],
  'follow':             [yes,  yes,  ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'follow-own':         [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'subscribe':          [yes,  yes,  yes,   yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,   yes,  yes],
  'manage-webhooks':    [____, yes,  ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'own-subscriptions':  [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'send-events':        [____, yes,  ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'see-personal':       [____, ____, ____,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  ____, ____, yes,   ____, ____],
  'see-work':           [____, ____, yes,   yes,  yes,  yes,  yes,  yes,  ____, ____, ____, ____, yes,   yes,  yes],
  'see-steering':       [____, ____, ____,  yes,  yes,  yes,  ____, yes,  ____, ____, ____, yes,  yes,   ____, ____],
  'see-rejects':        [____, ____, ____,  yes,  ____, yes,  ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-deliveries':     [____, ____, yes,   yes,  ____, yes,  ____, ____, ____, ____, ____, ____, yes,   yes,  ____],
  'see-channels':       [____, ____, ____,  yes,  ____, yes,  ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-to-deliveries':  [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-rosters':        [____, ____, ____,  yes,  yes,  ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-mail-texts':     [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-remarks':        [____, ____, ____,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-moved':          [____, ____, ____,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-needs':          [____, ____, ____,  yes,  yes,  yes,  ____, ____, yes,  ____, ____, ____, yes,   ____, ____],
  'join-cases':         [____, ____, ____,  yes,  yes,  ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'serve-reporters':    [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'reply':              [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'verify':             [____, yes,  ____,  yes,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____,  ____, ____],
  'overrule':           [____, ____, ____,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'settle':             [____, ____, ____,  yes,  yes,  ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'release':            [____, ____, ____,  yes,  yes,  yes,  ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'publish':            [____, ____, ____,  yes,  ____, ____, ____, ____, yes,  ____, ____, ____, ____,  ____, ____],
  'answer':             [____, ____, yes,   yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  yes,  yes],
  'send-link':          [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'raise-danger':       [____, yes,  yes,   yes,  yes,  ____, yes,  ____, ____, ____, ____, ____, ____,  yes,  yes],
  'take-over-danger':   [____, ____, yes,   yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  yes,  yes],
  'end-danger':         [____, ____, ____,  yes,  ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  'see-wrongful':       [____, ____, yes,   yes,  ____, yes,  ____, yes,  ____, ____, ____, ____, yes,   yes,  ____],
  'settle-wrongful':    [____, ____, ____,  ____, ____, yes,  ____, yes,  ____, ____, ____, ____, ____,  ____, ____],
  'answer-wrongful':    [____, ____, yes,   ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  yes,  ____],
  'set-rosters':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'state-roles':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'draft-agreements':   [____, ____, ____,  ____, ____, yes,  ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'enter-agreements':   [____, ____, ____,  ____, ____, ____, ____, yes,  ____, ____, ____, ____, yes,   ____, ____],
  'set-mail-texts':     [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'set-addresses':      [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-roles':          [____, ____, ____,  ____, ____, ____, ____, ____, ____, yes,  ____, ____, yes,   ____, ____],
  'grant-roles':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'manage-keys':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, yes,   ____, ____],
  'see-processing-log': [____, ____, ____,  ____, ____, ____, ____, ____, ____, yes,  ____, ____, ____,  ____, ____],
  // Of who holds the link of an assignment.
  'open-answer':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  // Of who holds the link of an invitation.
  'come-in':            [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
  // Of whoever is signed in, and about nobody else.
  'own-account':        [____, ____, ____,  ____, ____, ____, ____, ____, ____, ____, ____, ____, ____,  ____, ____],
} as const satisfies Record<string, Row>

export type Action = keyof typeof TABLE

export const ACTIONS = Object.keys(TABLE) as Action[]

export function may(holder: Holder, action: Action): boolean {
  return TABLE[action][HOLDERS.indexOf(holder)] === yes
}

/** Who can harm most with a password that leaked: their roles count for nothing until there is a second factor. */
const SECOND_FACTOR_ROLES: readonly Role[] = ['administrator', 'privacy-officer', 'approver']

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => SECOND_FACTOR_ROLES.includes(role))
}

/** What whoever is signed in may do about their own account, whatever their role. */
export const OWN_ACTIONS: readonly Action[] = ['own-account']

export function actionsOf(roles: readonly Role[]): Action[] {
  return ACTIONS.filter(
    (action) => OWN_ACTIONS.includes(action) || roles.some((role) => may(role, action)),
  )
}

export function isPartyRole(role: Role): boolean {
  return (PARTY_ROLES as readonly Role[]).includes(role)
}
