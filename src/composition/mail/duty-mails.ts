import { readWords } from '#modules/cases'
import type { DutyMessage } from '#modules/delivery'
import { readReaches } from '#modules/duty'
import type { Message } from '#platform/outbox'
import { namesOf } from '../names.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'

/** A night and a day: who finds the mail later finds the case with somebody else, or made safe. */
const LINK_LASTS_MS = 36 * 3_600_000

const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** To whoever is called because it is dangerous: what, where, and one page to take over on. */
export function composeDutyCall(needs: MailNeeds): ComposeMail {
  return async (message) => {
    const { municipality, duty, case: told } = message.body as DutyMessage
    const to = await addressOf(needs, message)
    if (to === undefined) return undefined
    const link = needs.vault.signLink({
      kind: 'duty',
      tenant: municipality,
      subject: told.id,
      revision: duty.step,
      expires_ms: needs.clock() + LINK_LASTS_MS,
    })
    const { where, isConfidential } = await whereIs(needs, message)
    const what = isConfidential ? 'Gevaar' : `Gevaar: ${told.categoryName?.nl ?? told.category}`
    return {
      to,
      subject: `[${told.number}] ${what}. Neemt u het over?`,
      text: [
        `${what}.`,
        ...where,
        `Gemeld: ${MOMENT.format(Date.parse(told.openedAt))}.`,
        '',
        'Neemt u het over? Open deze pagina en druk op de knop:',
        `${needs.publicUrl()}/${municipality}/duty/${told.id}/${link}`,
        '',
        `Zonder antwoord waarschuwen wij ${MOMENT.format(Date.parse(duty.until))} de volgende op het rooster.`,
        'Deze mail openen of de link bekijken verandert niets. Stuur hem niet door: wie de link heeft, kan overnemen.',
      ].join('\n'),
    }
  }
}

/** To whoever was called before: somebody else is on it. */
export function composeDutyTakenOver(needs: MailNeeds): ComposeMail {
  return async (message) => {
    const { case: told } = message.body as DutyMessage
    const to = await addressOf(needs, message)
    if (to === undefined) return undefined
    return {
      to,
      subject: `[${told.number}] Het gevaar is door een ander overgenomen`,
      text: 'Iemand anders heeft dit overgenomen. U hoeft niets meer te doen.',
    }
  }
}

async function addressOf({ pool, vault }: MailNeeds, { body }: Message) {
  const { municipality, duty } = body as DutyMessage
  const reaches = await readReaches(pool, vault, municipality, [duty.roster])
  return reaches.get(duty.roster)?.[duty.contact]?.email
}

/** The place in words; of a confidential case it is sealed, and whoever is called has to go there all the same. */
async function whereIs({ pool, vault, towns }: MailNeeds, { body }: Message) {
  const { municipality, case: told, sealedPlaceOf } = body as DutyMessage
  const names = namesOf(await towns.get(municipality), 'nl')
  const sealed =
    sealedPlaceOf === undefined
      ? undefined
      : (await readWords(pool, vault, municipality, [sealedPlaceOf])).get(sealedPlaceOf)
  const place = told.place ?? sealed?.place
  const where = [
    ...(told.asset ? [`Object: ${names.asset(told.asset.id)}.`] : []),
    ...(sealed?.address === undefined ? [] : [`Adres: ${sealed.address}.`]),
    ...(place ? [`Plaats: ${place.lat.toFixed(6)}, ${place.lon.toFixed(6)}.`] : []),
  ]
  return { where, isConfidential: sealedPlaceOf !== undefined }
}
