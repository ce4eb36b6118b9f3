/** What the header of a town leads to, in its order; `below` is the part of the address after the town. */
export const NAVIGATION = [
  { word: 'report', below: '/melden' },
  { word: 'nearby', below: '' },
  { word: 'map', below: '/map' },
  { word: 'follow', below: '/follow' },
] as const
