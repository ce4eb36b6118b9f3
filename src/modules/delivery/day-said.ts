/** The day from which programs for sheets count, as they have it. */
const EPOCH_MS = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
/** From 1990 to 2100: what lies outside is a number of something else. */
const [FIRST_SERIAL, LAST_SERIAL] = [32_874, 73_050]

const MONTHS = /^(jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?$/i
const MONTH_OF: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
}

/**
 * A day as people and sheets write it: 31-12-2026, 2026-12-31, 31 december 2026, the number of a sheet, or without a
 * year the next such day from `today` on. As an ISO date; undefined where it is no day.
 */
export function daySaid(said: string | number, today: string): string | undefined {
  if (typeof said === 'number') return daySerial(said)
  const text = said.trim()
  if (/^\d{5}(\.\d+)?$/.test(text)) return daySerial(Number(text))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})([T ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dutch =
    /^(\d{1,2})[-/. ](\d{1,2}|[a-z]+\.?)(?:[-/. ](\d{4}|\d{2}))?( \d{1,2}:\d{2}.*)?$/i.exec(text)
  if (!dutch) return undefined
  const [, day = '', named = '', year] = dutch
  const month = monthOf(named)
  if (month === undefined) return undefined
  if (year !== undefined)
    return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(day))
  const thisYear = Number(today.slice(0, 4))
  const next = [0, 1]
    .map((later) => dayOf(thisYear + later, month, Number(day)))
    .find((one) => one !== undefined && one >= today)
  return next
}

function monthOf(named: string): number | undefined {
  if (/^\d+$/.test(named)) return Number(named)
  return MONTHS.test(named) ? MONTH_OF[named.slice(0, 3).toLowerCase()] : undefined
}

function daySerial(serial: number): string | undefined {
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined
  return new Date(EPOCH_MS + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}

/** There is no 30 February. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isSame =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isSame && year >= 1990 && year <= 2100 ? at.toISOString().slice(0, 10) : undefined
}
