import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { compileAgreements, decide } from '#modules/agreements'
import { indexAreas } from '#modules/places'
import { type Country, type CountryTown, LAMPS, openCountry } from './country.ts'
import { signalsOf } from './signals.ts'

const FROM_MS = Date.parse('2024-01-01T00:00:00Z')
const TO_MS = Date.parse('2026-01-01T00:00:00Z')
const SIGNALS = { count: 20_000, from_ms: FROM_MS, to_ms: TO_MS }

describe('the country', () => {
  let country: Country
  let town: CountryTown
  before(async () => {
    country = await openCountry()
    town = country.towns[17] as CountryTown
  })

  it('has 342 municipalities and every one of its lamps', () => {
    assert.equal(country.towns.length, 342)
    assert.equal(new Set(country.towns.map(({ id }) => id)).size, 342)
    assert.equal(
      country.towns.reduce((sum, { lamps }) => sum + lamps, 0),
      LAMPS,
    )
  })

  it('makes one municipality alone, the same every time', async () => {
    const again = (await openCountry()).town(town.id)
    const [all, same] = [[...town.assets()].flat(), [...again.assets(7)].flat()]
    assert.deepEqual(all, same)
    assert.equal(all.filter(({ type }) => type === 'lamp-post').length, town.lamps)
    const ids = new Set(all.map(({ id }) => id))
    assert.equal(ids.size, all.length)
    for (const { type, parent } of all)
      assert(type === 'lighting-cabinet' || ids.has(parent ?? ''), `a ${type} hangs from nothing`)
    const owners = new Set(all.filter((one) => one.type === 'lamp-post').map(({ owner }) => owner))
    assert.equal(owners.size, 3, 'the municipality, the province and the water board')
  })

  it('has organisations that work in many municipalities, under terms that differ', () => {
    const towns = country.towns.map((one) => one.agreements('in-force'))
    const lights = towns.map((all) => all.find(({ id }) => id === 'verlichting'))
    const parties = Map.groupBy(lights, (one) => one?.party)
    assert(parties.size > 10)
    for (const [party, theirs] of parties) assert(theirs.length > 3, String(party))
    assert(new Set(lights.map((one) => one?.terms.reporter.amount)).size > 2)
  })

  it('yields signals in order, more of lamps in winter, and bursts on the day of a storm', () => {
    const signals = [...signalsOf(town, SIGNALS)].flat()
    assert.equal(signals.length, SIGNALS.count)
    assert.deepEqual(signals, [...signalsOf(town, { ...SIGNALS, piece: 11 })].flat())
    const days = new Map<number, number>()
    let [winter, summer, before_ms] = [0, 0, 0]
    for (const { at_ms, category } of signals) {
      const day = Math.floor(at_ms / 86_400_000)
      assert(day >= Math.floor(before_ms / 86_400_000))
      before_ms = at_ms
      days.set(day, (days.get(day) ?? 0) + 1)
      const month = new Date(at_ms).getUTCMonth()
      if (category === 'lamp-kapot' && [11, 0, 1].includes(month)) winter += 1
      if (category === 'lamp-kapot' && [5, 6, 7].includes(month)) summer += 1
    }
    assert(winter > 2 * summer, `${winter} in winter, ${summer} in summer`)
    assert(Math.max(...days.values()) > (3 * SIGNALS.count) / days.size)
  })

  it('routes its signals, under the draft to others than under what is in force', () => {
    const areas = indexAreas(town.areas())
    const compiled = (['in-force', 'draft'] as const).map((side) =>
      compileAgreements({
        municipality: town.id,
        epoch: 1,
        categories: [...town.categories],
        agreements: town
          .agreements(side)
          .map((agreement) => ({ agreement, version: 1, entered_ms: 0 })),
        areaSizes_m2: areas.sizes_m2,
        managementAreas: areas.managers,
        zone: 'Europe/Amsterdam',
      }),
    )
    let [toParty, moved] = [0, 0]
    for (const signal of [...signalsOf(town, SIGNALS)].flat()) {
      const [now, then] = compiled.map((one) => decide(one, signal))
      if (now?.kind === 'party') toParty += 1
      if (JSON.stringify(now) !== JSON.stringify(then)) moved += 1
    }
    assert(toParty > 0.9 * SIGNALS.count, `${toParty} went to a party`)
    assert(moved > 0.1 * SIGNALS.count, `${moved} would have gone elsewhere`)
  })
})
