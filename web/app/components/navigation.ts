/** What the header of a town leads to, in its order; `below` is the part of the address after the town. */
export const NAVIGATION = [
  { word: 'reportIt', below: '/melden' },
  { word: 'nearby', below: '' },
  { word: 'map', below: '/map' },
  { word: 'reportIt', below: '/melden' },
  { word: 'follow', below: '/follow' },
] as const
