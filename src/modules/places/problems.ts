import type { PlaceRefusal } from './check-place.ts'

type Definition = { status: 400 | 404; title: string }

export const PLACE_PROBLEMS = {
  'asset-not-found': { status: 404, title: 'There is no such object in this municipality' },
  'asset-unknown': { status: 400, title: 'No object with this number is known here' },
  'place-missing': { status: 400, title: 'The place is missing' },
  'place-not-a-number': { status: 400, title: 'The place is not a number' },
  'place-at-zero': { status: 400, title: 'The place is 0, 0' },
  'place-swapped': { status: 400, title: 'Longitude and latitude are swapped' },
  'place-outside-municipality': {
    status: 400,
    title: 'The place is outside this municipality',
  },
  'place-outside-netherlands': { status: 400, title: 'The place is outside the Netherlands' },
} as const satisfies Record<PlaceRefusal | `asset-${string}`, Definition>
