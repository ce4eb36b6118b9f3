import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { told } from '../../api/told.ts'
import { Notice } from '../../components/notice.tsx'
import { DeskCaseRow } from '../../features/desk/desk-case-row.tsx'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk, stillIn } from '../../features/desk/desk-visit.ts'
import { Choice, TextField } from '../../features/desk/fields.tsx'
import { useLive } from '../../features/desk/live.ts'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

const STATUSES = ['open', 'done', 'closed'] as const
const FIELDS = ['status', 'category', 'area', 'asset', 'from', 'to'] as const
const DAY = /^\d{4}-\d\d-\d\d$/

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'cases')
  const municipality = town.id
  const asked = new URL(request.url).searchParams
  const typed = Object.fromEntries(FIELDS.map((name) => [name, asked.get(name)?.trim() ?? '']))
  const number = asked.get('number')?.trim().toUpperCase()
  if (number) {
    const found = await visit.api.GET('/cases/{case}', { params: { path: { case: number } } })
    if (found.data)
      throw redirect(`/${municipality}/desk/cases/${found.data.number}`, { status: 303 })
  }
  const { status, category, area, asset, from = '', to = '' } = typed
  const cursor = asked.get('cursor') ?? undefined
  const chosen = STATUSES.find((one) => one === status)
  const query = {
    municipality,
    limit: 50,
    ...(chosen && { status: [chosen] }),
    ...(category && { category: [category] }),
    ...(area && { area }),
    ...(asset && { asset }),
    ...(DAY.test(from) && { openedFrom: `${from}T00:00:00Z` }),
    ...(DAY.test(to) && { openedTo: `${to}T23:59:59Z` }),
    ...(cursor && { cursor }),
  }
  const all = { municipality, limit: 200 }
  const [cases, categories, areas] = await Promise.all([
    visit.api.GET('/cases', { params: { query } }),
    visit.api.GET('/categories', { params: { query: all } }),
    visit.api.GET('/areas', { params: { query: all } }),
  ])
  stillIn({ visit, town }, cases.response)
  return {
    formToken,
    seat,
    cases: told(cases),
    categories: (categories.data?.items ?? []).map(({ id, name }) => ({ id, name })),
    areas: (areas.data?.items ?? []).map(({ id, name }) => ({ id, name })),
    typed,
    isMissing: Boolean(number),
    number: number ?? '',
    now_ms: visit.now_ms,
  }
}

/** Every case, by how it stands, what it is, where and when. */
export default function Cases() {
  const read = useLoaderData<typeof loader>()
  return <Listed {...read} />
}

type Read = Awaited<ReturnType<typeof loader>>

function Listed(read: Read) {
  const { formToken, seat, cases, categories, areas, typed, isMissing, number, now_ms } = read
  const { desk } = useWords()
  const { locale, town } = useSetting()
  const { list } = desk
  useLive({ formToken, seat })
  const filled = Object.entries(typed).filter(([, value]) => value !== '')
  const next = new URLSearchParams([...filled, ['cursor', cases.next ?? '']])
  return (
    <DeskPage title={list.title} formToken={formToken} seat={seat}>
      <h1>{list.title}</h1>
      {isMissing && <Notice isWrong title={list.missing(`${town?.id}-26-000123`)} />}
      <search className="filters">
        <form method="get" className="finder">
          <TextField name="number" label={list.find} typed={{ number }} isRequired most={40} />
          <button type="submit" className="button">
            {list.go}
          </button>
        </form>
        <form method="get" className="filters__fields">
          <Choice
            name="status"
            label={list.status}
            isRequired={false}
            chosen={typed.status}
            options={[
              ['', list.anyStatus],
              ...STATUSES.map((one) => [one, desk.facts.status[one]] as const),
            ]}
          />
          <Choice
            name="category"
            label={list.category}
            isRequired={false}
            chosen={typed.category}
            options={[
              ['', list.anyCategory],
              ...categories.map(({ id, name }) => [id, name[locale]] as const),
            ]}
          />
          <Choice
            name="area"
            label={list.area}
            isRequired={false}
            chosen={typed.area}
            options={[['', list.anyArea], ...areas.map(({ id, name }) => [id, name] as const)]}
          />
          <TextField name="asset" label={list.asset} typed={typed} most={80} />
          <TextField name="from" label={list.from} typed={typed} type="date" />
          <TextField name="to" label={list.to} typed={typed} type="date" />
          <button type="submit" className="button button--quiet">
            {list.show}
          </button>
        </form>
      </search>
      {cases.items.length === 0 && <p>{list.none}</p>}
      <ul className="rows">
        {cases.items.map((one) => (
          <DeskCaseRow key={one.id} one={one} now_ms={now_ms} />
        ))}
      </ul>
      {cases.next && (
        <p className="pager">
          <a rel="next" href={`?${next}`}>
            {desk.more}
          </a>
        </p>
      )}
    </DeskPage>
  )
}
