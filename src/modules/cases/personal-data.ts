import { IBAN_LENGTHS } from './iban-lengths.ts'

export const PERSONAL_KINDS = ['email', 'iban', 'bsn', 'phone', 'licence-plate'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** A stretch of a text, `[from, to)` in UTF-16 units, that says something of a person. */
export type PersonalMark = { kind: PersonalKind; from: number; to: number }

type Stretch = { from: number; to: number }

/** Each looks for one kind; where two find the same stretch, the first in this order has it. */
const FINDERS: Readonly<Record<PersonalKind, (text: string) => Stretch[]>> = {
  email: (text) => all(text, EMAIL),
  iban: ibansIn,
  bsn: bsnsIn,
  phone: phonesIn,
  'licence-plate': platesIn,
}

/** What is personal in a text, in its order; stretches never overlap. It marks for a person to judge, and decides nothing. */
export function findPersonalData(text: string): PersonalMark[] {
  const marks: PersonalMark[] = []
  for (const kind of PERSONAL_KINDS) {
    for (const { from, to } of FINDERS[kind](text))
      if (marks.every((one) => to <= one.from || from >= one.to)) marks.push({ kind, from, to })
  }
  return marks.sort((a, b) => a.from - b.from)
}

/** The text with what was marked made unreadable: a proposal for what may be shown. Its length tells nothing either. */
export function blackened(text: string, marks: readonly PersonalMark[]): string {
  let shown = ''
  let at = 0
  for (const { from, to } of marks) {
    shown += `${text.slice(at, from)}█████`
    at = to
  }
  return shown + text.slice(at)
}

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu

/** A number right after such a word is that of a thing. */
const OF_A_THING =
  /(?:lantaarn|licht|paal|mast|lamp|kast|put|container|object|boom|bushalte|halte|melding|zaak|case|report|pole|post|cabinet)s?(?:nummer|nr|number|no)?[\s.:#]*$/i

function all(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }))
}

const isOfAThing = (text: string, { from }: Stretch) =>
  OF_A_THING.test(text.slice(Math.max(0, from - 40), from))

/** ISO 13616: letters count from 10, the first four characters come last, and the rest by 97 is 1. */
function ibansIn(text: string): Stretch[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}\d{2}/giu)].flatMap(
    ({ index: from, 0: head }) => {
      const length = IBAN_LENGTHS[head.slice(0, 2).toUpperCase()]
      if (length === undefined) return []
      let iban = ''
      let to = from
      while (to < text.length && iban.length < length) {
        const one = text.charAt(to)
        if (/[a-z\d]/i.test(one)) iban += one.toUpperCase()
        else if (!/[ .\u00a0-]/.test(one) || /[ .\u00a0-]/.test(text.charAt(to - 1))) break
        to += 1
      }
      const ends = !/[\p{L}\p{N}]/u.test(text.charAt(to))
      return iban.length === length && ends && isIban(iban) ? [{ from, to }] : []
    },
  )
}

function isIban(iban: string): boolean {
  let rest = 0
  for (const one of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(one, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Nine digits, in one piece or in groups as on a passport or a payslip, that pass the eleven-check. */
const BSN =
  /(?<![\p{L}\p{N}.,+-])(?:\d{9}|\d{4}[. -]\d{2}[. -]\d{3}|\d{3}[. -]\d{3}[. -]\d{3})(?![\p{L}\p{N}-]|[.,]\d)/gu
/** Of eight digits the first, a zero, is left out; that is read so only where it is said to be one. */
const SHORT_BSN = /(?<=\b(?:bsn|sofi(?:nummer)?|burgerservicenummer)[\s:.is]{0,6})\d{8}(?!\d)/gi

function bsnsIn(text: string): Stretch[] {
  const found = [...all(text, BSN), ...all(text, SHORT_BSN)]
  return found.filter(
    (one) => isBsn(text.slice(one.from, one.to).replace(/\D/g, '')) && !isOfAThing(text, one),
  )
}

/** Nine times the first digit, eight times the second … and minus the last, is a multiple of eleven. */
function isBsn(digits: string): boolean {
  const nine = [...digits.padStart(9, '0')].map(Number)
  const sum = nine.reduce((total, one, place) => total + one * (place === 8 ? -1 : 9 - place), 0)
  return sum % 11 === 0 && nine.some((one) => one > 0)
}

/** Mobile, then area codes of three and of four digits, with or without the country, as people write them; then of abroad. */
const COUNTRY = String.raw`(?:(?:\+|00)31[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)`
const PHONES = [
  String.raw`${COUNTRY}6\)?[\s.-]?\d(?:[\s.-]?\d){7}`,
  String.raw`${COUNTRY}[1-57]\d\)?[\s./-]{0,3}\d{3}[\s.-]?\d{2}[\s.-]?\d{2}`,
  String.raw`${COUNTRY}[1-57]\d{2}\)?[\s./-]{0,3}\d{2}[\s.-]?\d{2}[\s.-]?\d{2}`,
  String.raw`${COUNTRY}[1-57]\d{2}\)?[\s./-]{0,3}\d{3}[\s.-]?\d{3}`,
  String.raw`(?:\+|00)(?!31)[1-9]\d{0,2}(?:[\s.-]?\d{2,4}){2,4}`,
].map((one) => new RegExp(`(?<![\\p{L}\\p{N}+.,-])${one}(?![\\p{L}\\p{N}-]|[.,]\\d)`, 'gu'))

const DATE_FIRST = /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d{2}(?!\d)/

function phonesIn(text: string): Stretch[] {
  const found = PHONES.flatMap((pattern) => all(text, pattern))
  return found.filter(
    (one) => !DATE_FIRST.test(text.slice(one.from, one.to)) && !isOfAThing(text, one),
  )
}

/** The series of the vehicle register (sidecodes 1 to 14): those from 1978 on hold no vowels and no C, Q or Y. */
const OLD_PLATES = ['XX-99-99', '99-99-XX', '99-XX-99']
const NEW_PLATES = [
  ...['XX-99-XX', 'XX-XX-99', '99-XX-XX', '99-XXX-9', '9-XXX-99', 'XX-999-X'],
  ...['X-999-XX', 'XXX-99-X', 'X-99-XXX', '9-XX-999', '999-XX-9'],
]
const CONSONANT = '[BDFGHJKLMNPRSTVWXZ]'

function plate(series: string, letter: string, dash: string): string {
  const each: Readonly<Record<string, string>> = { X: letter, '9': String.raw`\d`, '-': dash }
  return [...series].map((one) => each[one]).join('')
}

const ALONE = (alternatives: readonly string[], flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, flags)

const DASHED = ALONE(
  NEW_PLATES.map((one) => plate(one, CONSONANT, '-')),
  'giu',
)
const OLD_DASHED = ALONE(
  OLD_PLATES.map((one) => plate(one, '[A-Z]', '-')),
  'gu',
)
/** Without its dashes it looks like many a number: read so only where it is said to be one. */
const SAID = String.raw`(?<=\b(?:kenteken|nummerbord|kentekenplaat|licen[cs]e plate|number plate)[\s:.=is]{1,8})`
const UNDASHED = new RegExp(
  `${SAID}(?:${[...NEW_PLATES, ...OLD_PLATES].map((one) => plate(one, '[A-Z]', '[ -]?')).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
)

function platesIn(text: string): Stretch[] {
  const found = [DASHED, OLD_DASHED, UNDASHED].flatMap((pattern) => all(text, pattern))
  return found.filter((one) => !isOfAThing(text, one))
}
