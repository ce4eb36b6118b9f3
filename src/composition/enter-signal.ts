import type { EnterSignal, GivenSignal } from '#modules/cases'
import type { InputFault } from '#platform/problem'
import { checkAttributes, inWords } from '#standards/open311'
import type { IncomingReport, ReportSignal } from './report-signal.ts'
import { toService } from './service-of-category.ts'
import type { Towns } from './town.ts'

type Attributes = Readonly<Record<string, readonly string[]>>

/** The REST door for signals, before the one way in that all doors share. */
export function createEnterSignal(options: {
  towns: Towns
  reportSignal: ReportSignal
  newId: () => string
}): EnterSignal {
  const { towns, reportSignal, newId } = options
  return async (municipality, given, locale) => {
    const town = await towns.get(municipality)
    const attributes = listsOf(given.attributes)
    const category = given.category === undefined ? undefined : town.categories.get(given.category)
    if (category) {
      const service = toService(category, town, locale)
      // What must be known to mend a fault need not be known to answer a question.
      const asked =
        given.kind === 'fault' && !given.isMeToo
          ? service
          : {
              ...service,
              attributes: service.attributes.map((one) => ({ ...one, required: false })),
            }
      const known = new Set(service.attributes.map(({ code }) => code))
      // A client of this door gets no silence where it misspelled a question.
      const unasked = Object.keys(attributes).filter((code) => !known.has(code))
      const faults = [
        ...unasked.map((code) => faultOf(code, 'this category does not ask that')),
        ...checkAttributes(asked, attributes).map((finding) =>
          faultOf(codeIn(finding.about), inWords(finding, locale).description),
        ),
      ]
      if (faults.length > 0) return { ok: false, problem: 'input-invalid', faults }
    }
    const answer = await reportSignal(municipality, {
      ...toReport(given, attributes, newId),
      // Of what somebody passes on for another, the language of that other is not known.
      ...(given.enteredBy === undefined ? { locale } : {}),
    })
    if (answer.ok) {
      const { number, signalId, isRepeat } = answer
      return { ok: true, number, signalId, isRepeat }
    }
    const { reason, detail } = answer.refusal
    const problem = reason === 'reported-in-future' ? 'seen-in-future' : reason
    return { ok: false, problem, detail: detail[locale] }
  }
}

const faultOf = (code: string, message: string): InputFault => ({
  in: 'body',
  path: `attributes.${code}`,
  message,
})

/** The finding names an attribute as the standard writes it, or by its code alone. */
const codeIn = (about: string) => /^attribute\[([^\]]+)\]/.exec(about)?.[1] ?? about

function listsOf(attributes: GivenSignal['attributes'] = {}): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([code, value]) => [code, [value].flat()]),
  )
}

function toReport(given: GivenSignal, attributes: Attributes, newId: () => string): IncomingReport {
  const { kind, channel, source, clientAddress, alreadyDone, place, accuracy } = given
  const { contact, onBehalfOf, description, address } = given
  return {
    channel,
    source,
    clientAddress,
    category: given.category ?? '',
    ...(kind === 'fault' ? {} : { kind }),
    ...(given.sourceId === undefined ? {} : { sourceId: given.sourceId }),
    ...(given.enteredBy === undefined ? {} : { enteredBy: given.enteredBy }),
    ...(given.isMeToo ? { isMeToo: true } : {}),
    ...(onBehalfOf ? { isOnBehalf: true } : {}),
    ...(given.tellBy === undefined || given.tellBy === 'mail' ? {} : { tellBy: given.tellBy }),
    ...(place && {
      place: { ...place, ...(accuracy === undefined ? {} : { accuracy_m: accuracy }) },
    }),
    ...(given.asset === undefined ? {} : { asset: given.asset }),
    ...(given.mayPublish === undefined ? {} : { mayPublish: given.mayPublish }),
    ...(given.photos === undefined ? {} : { photos: given.photos }),
    ...(given.seen_ms === undefined ? {} : { seen_ms: given.seen_ms }),
    words: {
      ...(description === undefined ? {} : { description }),
      ...(address === undefined ? {} : { address }),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    },
    contact: withoutAbsent(onBehalfOf ?? contact ?? {}),
    ...(alreadyDone && {
      finding: {
        organisation: alreadyDone.organisation,
        source,
        answerId: newId(),
        remark: alreadyDone.remark,
        ...(alreadyDone.cause === undefined ? {} : { cause: alreadyDone.cause }),
      },
    }),
  }
}

function withoutAbsent(contact: NonNullable<GivenSignal['contact']>): IncomingReport['contact'] {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined))
}
