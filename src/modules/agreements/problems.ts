export const AGREEMENT_PROBLEMS = {
  'agreement-not-found': { status: 404, title: 'There is no such agreement in this municipality' },
  'draft-not-found': { status: 404, title: 'There is no such draft in this municipality' },
  'draft-settled': { status: 409, title: 'The draft was put in force or dropped already' },
  'draft-ends-wrong': {
    status: 400,
    title: 'The draft ends an agreement that is not there, or before it starts',
  },
  'draft-outdated': {
    status: 409,
    title: 'An agreement in the draft was changed since the draft was entered',
  },
  'simulation-running': {
    status: 409,
    title: 'Another simulation of this municipality is under way',
  },
  'agreement-above-amount': {
    status: 403,
    title: 'The agreement has a higher price than your role may agree to',
  },
  'agreement-names-unknown': {
    status: 400,
    title: 'The agreement names categories, areas, objects or parties that are not known here',
  },
} as const
