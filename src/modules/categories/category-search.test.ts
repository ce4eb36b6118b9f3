import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Category } from './category.ts'
import { searchCategories } from './category-search.ts'

const of = (own: Partial<Category> & Pick<Category, 'id' | 'name'>) =>
  Category.parse({ description: own.name, ...own })

const TREE = [
  of({ id: 'lighting', name: { nl: 'Openbare verlichting', en: 'Street lighting' } }),
  of({
    id: 'lamp-out',
    parent: 'lighting',
    name: { nl: 'Lamp brandt niet', en: 'Lamp does not burn' },
    synonyms: ['lantaarnpaal kapot', 'straat donker', 'lantaarn'],
  }),
  of({
    id: 'lamp-flickers',
    parent: 'lighting',
    name: { nl: 'Lamp knippert', en: 'Lamp flickers' },
  }),
  of({ id: 'litter', name: { nl: 'Zwerfafval', en: 'Litter' }, synonyms: ['rommel', 'vuilnis'] }),
  of({ id: 'cafe', name: { nl: 'Overlast van een café', en: 'Nuisance of a bar' } }),
  of({
    id: 'loose-tile',
    name: { nl: 'Losse stoeptegel', en: 'Loose paving stone' },
    synonyms: ['struikelen', 'klinker'],
  }),
  of({
    id: 'cable-disconnect',
    isReportable: false,
    name: { nl: 'Kabel afkoppelen', en: 'Disconnect a cable' },
  }),
]
const search = searchCategories(new Map(TREE.map((one) => [one.id, one])))
const first = (text: string, locale: 'nl' | 'en' = 'nl') => search(text, locale, 5)[0]?.id

describe('searching what can be reported', () => {
  it('finds by a name, a synonym, and in both languages whatever language is asked for', () => {
    assert.equal(first('lamp brandt niet'), 'lamp-out')
    assert.equal(first('de straat is donker'), 'lamp-out')
    assert.equal(first('rommel'), 'litter')
    assert.equal(first('litter'), 'litter')
    assert.equal(first('flickers', 'en'), 'lamp-flickers')
    assert.equal(first('knippert', 'en'), 'lamp-flickers')
  })

  it('forgives case, diacritics, a typing error and a word that is not finished', () => {
    for (const typed of ['CAFE', 'café', 'Café']) assert.equal(first(typed), 'cafe')
    for (const typed of ['lantarn', 'lantaern', 'lantaa']) assert.equal(first(typed), 'lamp-out')
    assert.equal(first('stoepteegl'), 'loose-tile')
  })

  it('knows a compound by what it begins or ends with', () => {
    assert.equal(first('straatlantaarn'), 'lamp-out')
    assert.equal(first('zwerfafvalprobleem'), 'litter')
  })

  it('puts a category above those that it stands over', () => {
    assert.equal(first('verlichting'), 'lighting')
    assert.notEqual(first('lamp'), 'lighting')
  })

  it('gives nothing for nothing, for words that say nothing, and for what cannot be reported', () => {
    for (const typed of ['', '   ', 'de het een', '!!!', 'afkoppelen', 'xyzzyqwv'])
      assert.deepEqual(search(typed, 'nl', 5), [], typed)
  })

  it('takes any text, however long or odd', () => {
    for (const typed of ['"><script>', '\u0000', 'lamp '.repeat(50_000), '🙂', '%_\\'])
      assert.ok(search(typed, 'nl', 3).length <= 3)
  })
})
