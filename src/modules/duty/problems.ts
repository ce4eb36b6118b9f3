export const DUTY_PROBLEMS = {
  'duty-organisation-unknown': {
    status: 400,
    title: 'A contact names an organisation that is no party in this municipality',
  },
} as const
