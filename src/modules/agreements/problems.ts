export const AGREEMENT_PROBLEMS = {
  'agreement-not-found': { status: 404, title: 'There is no such agreement in this municipality' },
  'draft-not-found': { status: 404, title: 'There is no such draft in this municipality' },
  'agreement-names-unknown': {
    status: 400,
    title: 'The agreement names categories, areas, objects or parties that are not known here',
  },
} as const
