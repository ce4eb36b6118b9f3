export { AREA_KINDS, type Area, type AreaKind, type Asset } from './place.ts'
