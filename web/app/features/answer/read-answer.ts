import type { Told } from '../../api/client.ts'
import { withLink } from '../../api/link.ts'
import { told } from '../../api/told.ts'
import { townOf, type Visit } from '../../visit.ts'
import { SKETCH_RADIUS_M } from './place-sketch.tsx'

export type Task = Told['Assignment']
export type Category = Told['Category']
export type Link = Told['AnswerLinks']['items'][number]

const MOST_ASSETS = 60
const MOST_CATEGORIES = 1_000
const ACTIVE = ['offered', 'accepted', 'planned', 'started']

export const isActive = ({ status }: Task): boolean => ACTIVE.includes(status)

/** What this link is about; nothing where it is not one that we gave. */
export async function readLink(visit: Visit, token: string): Promise<Link | undefined> {
  const { data, response } = await visit.api.GET('/answer-links', {
    params: { query: { municipality: townOf(visit).id } },
    headers: withLink(token),
  })
  if (response.status >= 500) throw new Response(null, { status: 503 })
  return data?.items[0]
}

/** What is asked, as whoever holds the link may read it, with what stands around it as everybody may. */
export async function readAnswerPage(visit: Visit, token: string) {
  const link = await readLink(visit, token)
  if (link === undefined) return { state: 'forged' as const }
  if (link.isExpired) return { state: 'expired' as const }
  const own = { params: { path: { assignment: link.assignment } }, headers: withLink(token) }
  const read = await visit.api.GET('/assignments/{assignment}', own)
  // Of a task that is gone the link says no more than one that we never gave.
  if (!read.data && read.response.status < 500) return { state: 'forged' as const }
  const task = told(read)
  if (task.revision !== link.revision || task.allowedAnswers.length === 0) {
    const given = told(await visit.api.GET('/assignments/{assignment}/answers', own)).items
    const answers = given.map(({ id, answer, answeredAt }) => ({ id, answer, answeredAt }))
    return { state: 'used' as const, task, answers, next: await readNext(visit, task) }
  }
  const [categories, near] = await Promise.all([readCategories(visit), readNear(visit, task)])
  return { state: 'open' as const, task, categories, near, form: crypto.randomUUID() }
}

/** Who has it now, from what everybody may read of the case: of what is not public nobody is named. */
async function readNext(visit: Visit, task: Task): Promise<string | undefined> {
  if (isActive(task)) return task.party.name
  const { data } = await visit.api.GET('/cases/{case}', {
    params: { path: { case: task.case.number }, query: { municipality: townOf(visit).id } },
  })
  return data?.steps.findLast(({ status }) => ACTIVE.includes(status))?.party.name
}

async function readCategories(visit: Visit): Promise<Category[]> {
  const all: Category[] = []
  let cursor: string | undefined
  do {
    const query = { municipality: townOf(visit).id, limit: 200, ...(cursor && { cursor }) }
    const page = told(await visit.api.GET('/categories', { params: { query } }))
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined && all.length < MOST_CATEGORIES)
  const { locale } = visit
  return all.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale]))
}

async function readNear(visit: Visit, { case: { place } }: Task) {
  if (!place) return []
  const { lon, lat } = place
  const query = { municipality: townOf(visit).id, lon, lat, radius: SKETCH_RADIUS_M }
  const { data } = await visit.api.GET('/assets', {
    params: { query: { ...query, limit: MOST_ASSETS } },
  })
  return data?.items ?? []
}

export const answerPath = (town: string, token: string) =>
  `/${town}/answer/${encodeURIComponent(token)}`
