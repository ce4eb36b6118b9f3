import type { Random } from '../random.ts'
import { GREENERY_AND_WASTE_TEXTS } from './greenery-and-waste-texts.ts'
import { LIGHTING_AND_ROAD_TEXTS } from './lighting-and-road-texts.ts'

/** By category: sentences in which `{straat}` stands for the street. */
const TEXTS = { ...LIGHTING_AND_ROAD_TEXTS, ...GREENERY_AND_WASTE_TEXTS }

const OPENINGS = [
  'Goedemorgen, ',
  'Hallo, ',
  'Beste gemeente, ',
  'Goedenavond, ',
  'L.S., ',
  'Hoi, ',
]

const CLOSINGS = [
  'Graag actie.',
  'Kunt u hier iets aan doen?',
  'Alvast bedankt.',
  'Dit is al vaker gemeld.',
  'Het is al een tijdje zo.',
  'Wanneer wordt dit opgelost?',
  'Best gevaarlijk voor fietsers.',
  'De hele buurt heeft er last van.',
  'Foto volgt.',
  'Sinds vorige week.',
  'Gisteren ook al gezien.',
  'Met vriendelijke groet.',
  'Er lopen hier veel kinderen.',
  'Misschien handig om meteen de hele straat na te kijken.',
  'Bij de buren hetzelfde verhaal.',
]

/** One report in the words of a resident; no person's name and no contact is ever in it. */
export function reportText(random: Random, category: string, street: string): string {
  const sentences: readonly string[] | undefined = TEXTS[category]
  if (!sentences) throw new Error(`no texts for category ${category}`)
  const sentence = random.pick(sentences).replaceAll('{straat}', street)
  const opening = random.chance(0.16) ? random.pick(OPENINGS) : ''
  const said = opening === '' ? sentence : `${opening}${lowerFirst(sentence)}`
  if (random.chance(0.42)) return random.chance(0.35) ? said : `${said}.`
  return `${said}. ${random.pick(CLOSINGS)}`
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
