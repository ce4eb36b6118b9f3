/** The desk did it elsewhere, and has only to say so. */
export const SETTLED_AT_ONCE = [
  'danger-unacknowledged',
  'tell-the-party',
  'delivery-stuck',
  'conflict',
  'no-address',
  'done-unasked',
  'term-near',
  'term-broken',
] as const
