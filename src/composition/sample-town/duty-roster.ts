import type { z } from '@hono/zod-openapi'
import type { DutyRoster } from '#modules/duty'
import { AT_NIGHT, ON_WORKDAYS } from './agreements/frame.ts'

/** Who is called in a sample town when it is dangerous; the names are of functions. */
export function dutyRosterOf(town: { id: string }): z.input<typeof DutyRoster> {
  const address = (name: string) => `${name}.${town.id.toLowerCase()}@example.org`
  return {
    id: 'danger',
    title: 'Piket openbare ruimte',
    contacts: [
      {
        id: 'wijkbeheer',
        name: 'Wijkbeheer',
        hours: [ON_WORKDAYS],
        minutes: 10,
        email: address('wijkbeheer'),
      },
      {
        id: 'avonddienst',
        name: 'Avond- en nachtdienst',
        hours: [AT_NIGHT],
        minutes: 15,
        email: address('avonddienst'),
      },
      {
        id: 'coordinator',
        name: 'Piketcoördinator',
        minutes: 15,
        email: address('coordinator'),
      },
    ],
  }
}
