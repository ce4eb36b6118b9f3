import { readMe } from '../../api/read-me.ts'
import { townOf, type Visit } from '../../visit.ts'

/** Which action opens each part; the API decides by itself. */
export const PARTS = {
  people: 'see-roles',
  invitations: 'grant-roles',
  keys: 'manage-keys',
  webhooks: 'manage-webhooks',
  deliveries: 'see-channels',
  'processing-log': 'see-processing-log',
} as const
export type Part = keyof typeof PARTS

/** Who looks at the administration of a town, and what they may; to anybody else it is not there. */
export async function enter(visit: Visit, part?: Part) {
  const town = townOf(visit)
  const { me, formToken } = await readMe(visit)
  const actions = me.allowed.find(({ municipality }) => municipality === town.id)?.actions ?? []
  const may = (action: string) => actions.some((one) => one === action)
  const parts = (Object.keys(PARTS) as Part[]).filter((one) => may(PARTS[one]))
  if (part === undefined ? parts.length === 0 : !parts.includes(part))
    throw new Response(null, { status: 404 })
  const { searchParams } = new URL(visit.path, visit.origin)
  return {
    head: {
      town,
      parts,
      told: searchParams.get('told') ?? '',
      seesMailTexts: may('see-mail-texts'),
    },
    formToken,
    may,
    cursor: searchParams.get('cursor') ?? undefined,
    query: { municipality: town.id },
  }
}
