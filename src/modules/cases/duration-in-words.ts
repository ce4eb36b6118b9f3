import type { LocalText } from '#modules/categories'

type Duration = {
  amount: number
  unit: 'hours' | 'working-hours' | 'calendar-days' | 'working-days'
}

const ONE_AND_MORE: Readonly<Record<Duration['unit'], Record<'nl' | 'en', [string, string]>>> = {
  hours: { nl: ['uur', 'uur'], en: ['hour', 'hours'] },
  'working-hours': { nl: ['werkuur', 'werkuren'], en: ['working hour', 'working hours'] },
  'calendar-days': { nl: ['dag', 'dagen'], en: ['day', 'days'] },
  'working-days': { nl: ['werkdag', 'werkdagen'], en: ['working day', 'working days'] },
}

/** How long something takes, as people say it: 60 dagen, 1 working day. */
export function durationInWords({ amount, unit }: Duration): LocalText {
  const named = (locale: 'nl' | 'en') =>
    `${amount} ${ONE_AND_MORE[unit][locale][amount === 1 ? 0 : 1]}`
  return { nl: named('nl'), en: named('en') }
}
