import type { Api, Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'
import { readAround } from './read-around.ts'

export type CaseRead = Awaited<ReturnType<typeof readCase>>
export type CaseInFull = Told['CaseInFull']

/** The number at the end of an address of the API. */
export const numberIn = (href: string) => /\/cases\/([^/?]+)/.exec(href)?.[1] ?? href

type AskAt = { website?: string; phone?: string; email?: string }

/** Whoever was asked is still asked. */
export const ACTIVE: readonly string[] = ['offered', 'accepted', 'planned', 'started']

const MOST = 200
/** Joined into one that was joined, and so on: nobody did that more often by hand. */
const MOST_JOINED = 20

/** All that the desk sees of one case, as the API tells it. */
export async function readCase(api: Api, municipality: string, number: string) {
  const params = { path: { case: number } }
  const one = told(await api.GET('/cases/{case}', { params }))
  const isOpenFault = one.status === 'open' && one.kind === 'fault'
  const [decisions, replays, history, reporters, tellings, tasks, agreements, parties] =
    await Promise.all([
      api.GET('/cases/{case}/decisions', { params }),
      api.GET('/cases/{case}/replays', { params }),
      api.GET('/cases/{case}/facts', { params }),
      api.GET('/cases/{case}/reporters', { params }),
      api.GET('/cases/{case}/tellings', { params }),
      api.GET('/assignments', {
        params: { query: { municipality, status: ['proposed'], limit: MOST } },
      }),
      isOpenFault
        ? api.GET('/agreements', { params: { query: { municipality, limit: MOST } } })
        : undefined,
      isOpenFault
        ? api.GET('/parties', { params: { query: { municipality, limit: MOST } } })
        : undefined,
    ])
  const [areas, map, around, holder] = await Promise.all([
    one.place &&
      api.GET('/areas', { params: { query: { municipality, ...one.place, limit: MOST } } }),
    one.place && api.GET('/map', { params: { query: { municipality } } }),
    one.place ? readAround(api, municipality, one.place) : [],
    holderOf(api, one),
  ])
  const areaNames = new Map((areas?.data?.items ?? []).map(({ id, name }) => [id, name]))
  const answered = [...new Set((one.evidence ?? []).map(({ assignment }) => assignment))]
  const answers = await Promise.all(
    answered.map((assignment) =>
      api.GET('/assignments/{assignment}/answers', { params: { path: { assignment } } }),
    ),
  )
  const active = one.steps.findLast(({ status }) => ACTIVE.includes(status))
  const made = agreements?.data?.items.find(({ id }) => id === active?.agreement?.id)
  const names = new Map((parties?.data?.items ?? []).map(({ id, name }) => [id, name]))
  return {
    one,
    /** By their names, where they are still called something. */
    areas: (one.areas ?? []).map((id) => areaNames.get(id) ?? id),
    map: map?.data,
    around: around.filter(({ number: other }) => other !== one.number),
    /** The case that has its reports now, at the end of a chain of those that were joined. */
    holder,
    decisions: decisions.data?.items ?? [],
    replays: replays.data?.items ?? [],
    history: history.data?.items ?? [],
    reporters: reporters.data?.items ?? [],
    tellings: tellings.data?.items ?? [],
    /** Those that a photo came with. */
    answers: answers.flatMap(({ data }) => data?.items ?? []),
    held: (tasks.data?.items ?? []).flatMap((task) =>
      task.case.number === one.number ? [{ id: task.id, party: task.party.name }] : [],
    ),
    /** Who has it now, and where that party is reached. */
    party: active && {
      name: active.party.name,
      askAt: (made?.agreement as { askAt?: AskAt } | undefined)?.askAt,
    },
    /** To whom the desk can give it: each agreement by the name of its party. */
    agreements: (agreements?.data?.items ?? [])
      .map(({ id, agreement }): [string, string] => {
        const { party, title } = agreement as { party: string; title: string }
        return [id, `${names.get(party) ?? party}: ${title}`]
      })
      .sort(([, one], [, other]) => one.localeCompare(other)),
  }
}

async function holderOf(api: Api, one: CaseInFull): Promise<string | undefined> {
  let last: Told['Case'] = one
  for (let i = 0; i < MOST_JOINED && last.joinedInto; i++) {
    const number = numberIn(last.joinedInto)
    const next = await api.GET('/cases/{case}', { params: { path: { case: number } } })
    if (!next.data) break
    last = next.data
  }
  return last === one ? undefined : last.number
}
