/** What the API tells of one sight of personal data. */
type Seen = {
  name: string
  start_time: string
  by: string
  attributes: {
    'dpl.core.data_subject_id': string
    'dpl.core.data_subject_id_type': string
  }
}

/** Looks of one person at one thing on one day, told once: the newest, and how often. */
export type Looks = {
  by: string
  name: string
  subject: string
  subjectType: string
  at: string
  first: string
  count: number
}

export type DayOfLooks = { day: string; looks: Looks[] }

/** Entries by the day that `dayOf` gives their moment, in the order of the list; the same thing again is folded. */
export function byDay(items: readonly Seen[], dayOf: (iso: string) => string): DayOfLooks[] {
  const days = new Map<string, Map<string, Looks>>()
  for (const { name, start_time, by, attributes } of items) {
    const day = dayOf(start_time)
    const subject = attributes['dpl.core.data_subject_id']
    const subjectType = attributes['dpl.core.data_subject_id_type']
    const own = days.get(day) ?? new Map<string, Looks>()
    days.set(day, own)
    const key = JSON.stringify([by, name, subject])
    const before = own.get(key)
    if (before === undefined)
      own.set(key, { by, name, subject, subjectType, at: start_time, first: start_time, count: 1 })
    else {
      before.first = start_time
      before.count += 1
    }
  }
  return [...days].map(([day, looks]) => ({ day, looks: [...looks.values()] }))
}

/** What of a subject tells it from others at a glance: the end of its id, as ids that were made together begin alike. */
export const shortIdOf = (subject: string): string => subject.replaceAll('-', '').slice(-6)

/** The name under which words are kept: all mails are one thing to whoever reads the log. */
export const wordKeyOf = (name: string): string => (name.startsWith('mail:') ? 'mail' : name)
