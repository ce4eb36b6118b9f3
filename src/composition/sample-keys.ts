import { createHmac } from 'node:crypto'
import type { ApiKey } from '#modules/directory'
import type { Play } from './sample-stage.ts'

/** The keys of the sample town. They follow from the program's secret: the same at every start, and nobody else's. */
export function sampleKeys(secretKey: string): { key: ApiKey; token: string }[] {
  const derive = (name: string) => createHmac('sha256', secretKey).update(name).digest()
  const make = (name: string) => {
    const digest = derive(`sample key ${name}`)
    const hex = digest.toString('hex')
    // Version 8 of RFC 9562: an id of our own making.
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    return { id, token: `lk_${digest.toString('base64url').slice(0, 24)}`, label: `sample ${name}` }
  }
  const of = (municipality: string, kind: 'desk' | 'administrator' | 'integrator') => {
    const { token, ...rest } = make(`${kind} ${municipality}`)
    return { token, key: { ...rest, kind, municipality } }
  }
  const { token, ...party } = make(`party ${SAMPLE_CONTRACTOR}`)
  return [
    of('GM9901', 'desk'),
    of('GM9901', 'administrator'),
    of('GM9901', 'integrator'),
    { token, key: { ...party, kind: 'party', organisation: SAMPLE_CONTRACTOR } },
    of('GM9902', 'desk'),
  ]
}

/** The contractor of the street lights in the sample town. */
export const SAMPLE_CONTRACTOR = 'lichtwerk-onderhoud'

const SAMPLE_TOWN = 'GM9901'

/** What anybody lets break in the sample town, and who mends it. */
export function samplePlay(secretKey: string): Play {
  const all = sampleKeys(secretKey)
  const tokenOf = (kind: ApiKey['kind']) => all.find(({ key }) => key.kind === kind)?.token ?? ''
  return {
    municipality: SAMPLE_TOWN,
    category: 'lamp-kapot',
    condition: 'lamp-failure',
    assetType: 'lamp-post',
    contractor: SAMPLE_CONTRACTOR,
    keys: { party: tokenOf('party'), thing: tokenOf('integrator') },
  }
}
