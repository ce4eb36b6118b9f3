/** A point as maps take it, latitude first, to a tenth of a metre: written alike for the desk and for parties. */
export const pointText = ({ lat, lon }: { lat: number; lon: number }): string =>
  `${lat.toFixed(6)}, ${lon.toFixed(6)}`
