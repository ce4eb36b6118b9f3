import { enterCategories } from '#modules/categories'
import type { Site } from './browser.ts'
import { CATEGORIES } from './small-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

/** As a town calls its categories: in the tests each is called by its id, in both languages. */
const NAMES: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  lighting: ['Straatverlichting', 'Street lighting'],
  'lamp-out': ['Lamp brandt niet', 'Lamp is out'],
  'mast-hit': ['Lantaarnpaal aangereden', 'Lamp post was hit'],
  tasks: ['Taken', 'Tasks'],
  'cable-disconnect': ['Kabel losmaken', 'Disconnect the cable'],
  'cable-reconnect': ['Kabel aansluiten', 'Reconnect the cable'],
  'paving-open': ['Bestrating openen', 'Open the paving'],
  'paving-repair': ['Bestrating herstellen', 'Repair the paving'],
  'wall-repair': ['Kademuur herstellen', 'Repair the quay wall'],
  litter: ['Zwerfvuil', 'Litter'],
  'container-full': ['Container vol', 'Container is full'],
  playground: ['Speeltoestel', 'Playground'],
  tree: ['Boom', 'Tree'],
  bench: ['Bank', 'Bench'],
  graffiti: ['Graffiti', 'Graffiti'],
  nuisance: ['Overlast', 'Nuisance'],
  'rough-sleeper': ['Iemand slaapt buiten', 'Somebody sleeps outside'],
  strange: ['Iets anders', 'Something else'],
}

/** So that a picture shows what somebody who reads that language would see. */
export async function nameCategories({ api: { app } }: Site): Promise<void> {
  const categories = CATEGORIES.map((one) => {
    const [nl, en] = NAMES[one.id] ?? [one.id, one.id]
    return { ...one, name: { nl, en }, description: { nl, en } }
  })
  for (const town of [NOORDDIJK, ZUIDDIJK])
    await app.committer.submit(town, enterCategories, { categories })
}
