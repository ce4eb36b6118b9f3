/** Why a party hears of an assignment. The rest of a message is always the full present state. */
export const MESSAGE_TYPES = {
  offered: 'nl.lantaarn.assignment.offered.v1',
  informed: 'nl.lantaarn.assignment.informed.v1',
  changed: 'nl.lantaarn.assignment.changed.v1',
  reopened: 'nl.lantaarn.assignment.reopened.v1',
  withdrawn: 'nl.lantaarn.assignment.withdrawn.v1',
  termNear: 'nl.lantaarn.assignment.term-near.v1',
  /** Of a case of several: objects joined or left, and nothing else told it. */
  members: 'nl.lantaarn.assignment.members-changed.v1',
  /** By mail alone: whoever answered by a link needs the next one. */
  answered: 'nl.lantaarn.assignment.answered.v1',
  /** By mail alone: somebody asked for a new link. */
  linkAsked: 'nl.lantaarn.assignment.link-asked.v1',
  /** By mail alone: what became of a mail that the party sent. */
  replied: 'nl.lantaarn.assignment.replied.v1',
} as const
