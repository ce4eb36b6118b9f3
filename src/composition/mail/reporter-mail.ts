import {
  type Case,
  type CaseLife,
  caseInWords,
  caseToTell,
  readCaseLife,
  readContact,
  readRemarks,
  visibilityNow,
  withoutHidden,
} from '#modules/cases'
import {
  FOOTER,
  fill,
  findTemplate,
  kindOf,
  type ReporterFacts,
  type ReporterMessage,
  valuesOf,
} from '#modules/delivery'
import type { Town } from '../town.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'

/** A link in a mail works for so long after the step that it tells of. */
const LINK_LASTS_MS = 30 * 86_400_000

type Locale = 'nl' | 'en'

/**
 * Writes to somebody who reported a case, in their language and in the words of the municipality, how it stands when
 * the mail leaves. Nobody is written to whose contact was destroyed, or who stopped since.
 */
export function reporterMail(needs: MailNeeds): ComposeMail {
  const { pool, vault, clock, towns, publicUrl } = needs
  return async ({ tenant, body, created_at }) => {
    const { caseId, signalId, step, version, assignmentId } = body as ReporterMessage
    const life = await pool.read({ tenant }, (query) => readCaseLife(query, tenant, caseId))
    const reporter = life?.state.reporters.find(({ signals }) => signals[0] === signalId)
    if (!life || !reporter) return undefined
    const contact = await readContact(pool, vault, tenant, signalId)
    if (contact?.email === undefined) return undefined
    const town = await towns.get(tenant)
    const state = withoutHidden(life.state, town.categories)
    const isReserved = visibilityNow(state, town.categories) !== 'public'
    const { locale } = reporter
    const template = await pool.read({ tenant }, (query) =>
      findTemplate(query, tenant, kindOf(step, isReserved), locale),
    )
    const token = vault.signLink({
      kind: 'report',
      tenant,
      subject: signalId,
      revision: version,
      expires_ms: created_at + LINK_LASTS_MS,
    })
    const link = `${publicUrl()}/${tenant}/solved/${token}`
    const question =
      step === 'asked' && !isReserved ? await questionIn(needs, tenant, state) : undefined
    const about = { locale, now_ms: clock(), link, assignmentId, question }
    const { subject, text } = fill(
      template,
      valuesOf(factsOf({ ...life, state }, town, about), locale),
    )
    return {
      to: contact.email,
      subject,
      text: text + FOOTER[locale](`${link}/stop`),
      headers: {
        'List-Unsubscribe': `<${link}/stop>`,
        // RFC 8058: mail readers show a button that asks nothing more.
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }
  }
}

type About = {
  locale: Locale
  now_ms: number
  link: string
  assignmentId: string | undefined
  question: string | undefined
}

/** The party's words, as far as they were not destroyed. */
async function questionIn({ pool, vault }: MailNeeds, tenant: string, { question: asked }: Case) {
  if (!asked) return undefined
  return (await readRemarks(pool, vault, tenant, [asked.answerId])).get(asked.answerId)
}

function factsOf({ state, events }: CaseLife, town: Town, about: About): ReporterFacts {
  const { locale, now_ms, link, assignmentId, question } = about
  const { category, responsible, sentence } = caseInWords(caseToTell(state), town, locale, now_ms)
  const planned = state.assignments.find(({ id }) => id === assignmentId)
  const party = planned && town.parties.get(planned.party)?.name
  const refused = events.findLast(
    ({ type, data }) => type === 'AssignmentAnswered' && data.answer === 'will-not-be-done',
  )
  const isDone = state.assignments.some(({ status }) => status === 'done')
  return {
    number: state.number,
    category,
    place: placeOf(state, town),
    party: party ?? responsible,
    sentence,
    outcome: isDone ? 'done' : 'nothing-found',
    municipality: town.municipality.name,
    link,
    ...(state.reporterBy_ms === undefined ? {} : { by_ms: state.reporterBy_ms }),
    ...(question === undefined ? {} : { question }),
    ...(planned?.plannedOn === undefined ? {} : { plannedOn: planned.plannedOn }),
    ...(refused?.type === 'AssignmentAnswered'
      ? { refusedFor: String(refused.data.details.reason) }
      : {}),
  }
}

function placeOf({ asset, areas }: Case, town: Town): string[] {
  const known = asset && town.assets.byId(asset.id)
  const names = areas
    .map((id) => town.areas.area(id))
    .map((area) => (area?.kind === 'neighbourhood' ? area.name : undefined))
  return [known?.street, known?.publicNumber ?? asset?.publicNumber, ...names].filter(
    (one) => one !== undefined,
  )
}
