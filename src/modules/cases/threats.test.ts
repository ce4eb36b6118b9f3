import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { THREAT_WORDS } from './threat-words.ts'
import { hasThreat } from './threats.ts'

describe('threats in words', () => {
  it('are found in Dutch and English, whatever the case, the diacritics and the commas', () => {
    for (const text of [
      'Als jullie weer niks doen dan maak ik je af',
      'IK MAAK JE KAPOT',
      'ik schiet die monteur neer',
      'Ik weet waar je woont!',
      'dan sla ik hem, helemaal, in elkaar',
      'ik ga je opwachten',
      'ik steek jullie auto in de fik',
      'ik kom wel met een honkbalknuppel',
      'de volgende die komt ga ik neersteken, ik steek hem neer',
      'I will kill you',
      'I know where you live',
      'I’ll burn your office down',
      'next time I come with a knife',
      'they know: I will break your legs',
    ])
      assert(hasThreat(text), text)
  })

  it('are not what people write of broken things', () => {
    for (const text of [
      'De boom is dood en valt om',
      'Er ligt een dode vogel bij paal 4711',
      'Schiet op, het is al drie weken donker',
      'Het onkruid schiet de grond uit',
      'Iemand heeft de prullenbak in brand gestoken',
      'De lamp is kapot, maak hem alstublieft',
      'Ik sla een kruispunt over, er is een bom aan de weg',
      'Auto heeft de paal omver gereden',
      'Hier is een mes gevonden in het gras',
      'Ik weet niet waar u de melding heeft',
      'Kunt u die tak afzagen voordat er gewonden zijn?',
      'Kill the lights at night please',
      'Somebody shot the lamp with a catapult',
      'The glass is dangerous for dogs',
      'My house is dark, please come with a new lamp',
      'Straks vallen er doden op dit kruispunt',
      'If nobody mends this, people will die',
      'Zij maken de stoep stuk',
      '',
    ])
      assert(!hasThreat(text), text)
  })

  it('have a phrase that finds itself, each of them', () => {
    for (const { them, thing, phrases } of Object.values(THREAT_WORDS)) {
      for (const phrase of phrases) {
        const [one = ''] = [them.split('|')[0]]
        const said = phrase
          .replace('{them}', one)
          .replace('{thing}', thing.split('|')[0] ?? '')
          .split(' ')
          .filter((word) => word !== '…')
          .map((word) => word.split('|')[0])
          .join(' ')
        assert(hasThreat(`dan ${said} morgen`), `${phrase}: ${said}`)
      }
    }
  })

  it('are looked for in a long text in no time', () => {
    const begin = process.cpuUsage()
    hasThreat('ik maak je '.repeat(20_000))
    // Of the processor, which others may have meanwhile.
    assert(process.cpuUsage(begin).user / 1_000 < 1_000)
  })
})
