import type { Api, Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'

export type CaseRead = Awaited<ReturnType<typeof readCase>>
export type CaseInFull = Told['CaseInFull']

const MOST = 200

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
  const answered = [...new Set((one.evidence ?? []).map(({ assignment }) => assignment))]
  const answers = await Promise.all(
    answered.map((assignment) =>
      api.GET('/assignments/{assignment}/answers', { params: { path: { assignment } } }),
    ),
  )
  const names = new Map((parties?.data?.items ?? []).map(({ id, name }) => [id, name]))
  return {
    one,
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
    /** To whom the desk can give it: each agreement by the name of its party. */
    agreements: (agreements?.data?.items ?? [])
      .map(({ id, agreement }): [string, string] => {
        const { party, title } = agreement as { party: string; title: string }
        return [id, `${names.get(party) ?? party}: ${title}`]
      })
      .sort(([, one], [, other]) => one.localeCompare(other)),
  }
}
