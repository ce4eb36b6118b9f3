/** `plusType` of the register to the type of an asset; `other` for what is not named. */
type TypeTable = { other: string; types: Readonly<Record<string, string>> }

/** The files of the register whose points become assets. */
export const ASSET_FILES: Readonly<Record<string, TypeTable>> = {
  'paal.geojson': { other: 'pole', types: { lichtmast: 'lamp-post' } },
  'kast.geojson': {
    other: 'cabinet',
    types: { 'openbare verlichtingkast': 'lighting-cabinet' },
  },
}

/** The file whose polygons become areas, and the one that says how streets are called. */
export const ROAD_FILE = 'wegdeel.geojson'
export const STREET_NAME_FILE = 'straatnaamlabels.geojson'
