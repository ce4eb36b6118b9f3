import type { Told } from '../../api/client.ts'
import { textIn } from '../../small-form.ts'
import { beginOf } from './days.ts'

type Wanted = Omit<Told['NewInvitation'], 'address'>

const OF_PARTY: readonly Wanted['role'][] = ['planner', 'crew']

/**
 * The role that a form asks for, as the API takes it; what is wrong with it the API says. What was typed for another role
 * before this one was chosen is out of sight, and goes along no more.
 */
export function roleIn(form: FormData): Wanted {
  const organisation = textIn(form, 'organisation')
  const areas = textIn(form, 'areas')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const upTo = textIn(form, 'upTo')
  const until = beginOf(textIn(form, 'until'), 1)
  const role = textIn(form, 'role') as Wanted['role']
  const isOfParty = OF_PARTY.includes(role)
  return {
    role,
    ...(organisation !== '' && isOfParty && { organisation }),
    ...(areas.length > 0 && !isOfParty && role !== 'administrator' && { areas }),
    ...(upTo !== '' && role === 'approver' && { upToCents: Math.round(Number(upTo) * 100) }),
    ...(until !== undefined && { until }),
  }
}

/** What was typed, to show it again. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'formToken' ? [[name, value]] : [],
    ),
  )
