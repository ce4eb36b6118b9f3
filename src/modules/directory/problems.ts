export const DIRECTORY_PROBLEMS = {
  'municipality-missing': { status: 400, title: 'Say which municipality: ?municipality=GM0228' },
  'organisation-unknown': {
    status: 400,
    title: 'This organisation has no role in this municipality',
  },
  'municipality-unknown': { status: 404, title: 'This municipality is not served here' },
  'link-expired': { status: 401, title: 'This link is no longer valid: ask for a new one' },
} as const
