import {
  type Contact,
  findCase,
  listSignals,
  OF_THING,
  readContacts,
  readWords,
} from '#modules/cases'
import type { ForwardedMessage } from '#modules/delivery'
import type { KindAddress, OfficeKind } from '#modules/directory'
import type { Town } from '../town.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'

const NAMES: Record<OfficeKind, string> = {
  question: 'Vraag',
  complaint: 'Klacht',
  compliment: 'Compliment',
  request: 'Verzoek',
  'damage-claim': 'Schadeclaim',
}

const DAY = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' })

/** To the office that answers what is no fault: since when it lies with the municipality, and what was sent. */
export function composeForwarded(needs: MailNeeds): ComposeMail {
  return async (message) => {
    const { municipality, case: told, kind, receivedOn } = message.body as ForwardedMessage
    const town = await needs.towns.get(municipality)
    const address = town.kindAddresses.get(kind)
    if (!address) throw new Error(`nobody answers a ${kind} in ${municipality} any more`)
    const received = DAY.format(Date.parse(receivedOn))
    const text = [
      `Voor: ${address.office}`,
      `${NAMES[kind]} ${told.number}, bij de gemeente ontvangen op ${received}.`,
      'Vanaf die dag loopt de termijn om te antwoorden. De afzender heeft bericht dat u dit heeft.',
      '',
      ...(isOfMunicipality(address, town)
        ? await whatWasSent(needs, message.body as ForwardedMessage, town)
        : ['Wat er is geschreven en door wie, krijgt u van het meldpunt van de gemeente.']),
    ]
    return {
      to: address.email,
      subject: `[${told.number}] ${NAMES[kind]}, ontvangen op ${received}`,
      text: text.join('\n'),
    }
  }
}

/** Whose office it is, is the ground on which it may read who wrote and what: it is the municipality itself. */
function isOfMunicipality({ organisation }: KindAddress, { parties }: Town): boolean {
  return organisation === undefined || parties.get(organisation)?.kind === 'municipality'
}

async function whatWasSent(
  { pool, vault }: MailNeeds,
  { municipality, case: { id }, signal }: ForwardedMessage,
  town: Town,
): Promise<string[]> {
  const read = await pool.read({ tenant: municipality }, async (query) => ({
    row: await findCase(query, municipality, id, true),
    signals: await listSignals(query, municipality, id),
  }))
  const words = (await readWords(pool, vault, municipality, [signal])).get(signal)
  const contact = (await readContacts(pool, vault, municipality, [signal])).get(signal)
  const isOnBehalf = read.signals.some((one) => one.id === signal && one.is_on_behalf)
  const isOfThing = read.signals.some((one) => one.id === signal && one.channel === OF_THING)
  const lon = words?.place?.lon ?? read.row?.lon ?? null
  const lat = words?.place?.lat ?? read.row?.lat ?? null
  const category = read.row && town.categories.get(read.row.category)
  // A mail lies open on its way: what it is about is named only where everybody may know that there are such cases.
  const isNamed = category !== undefined && category.visibility !== 'confidential'
  return [
    ...lines('Onderwerp', isNamed ? category.name.nl : undefined),
    ...lines('Plaats', lon === null || lat === null ? undefined : `${lat}, ${lon}`),
    ...lines('Adres', words?.address),
    ...answersTo(category, words?.attributes),
    '',
    'Tekst:',
    words || isOfThing
      ? (words?.description ?? 'Er is niets geschreven.')
      : 'De tekst is vernietigd.',
    '',
    isOnBehalf ? 'Afzender (een ander heeft dit ingevoerd):' : 'Afzender:',
    ...senderOf(contact),
  ]
}

const lines = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${name}: ${value}`]

function answersTo(
  category: ReturnType<Town['categories']['get']>,
  attributes: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  return Object.entries(attributes).flatMap(([code, values]) => {
    const question = category?.questions.find((one) => one.code === code)
    const named = values.map(
      (value) => question?.values?.find(({ key }) => key === value)?.name.nl ?? value,
    )
    return lines(question?.text.nl ?? code, named.join(', '))
  })
}

function senderOf(contact: Contact | undefined): string[] {
  const { firstName, lastName, email, phone } = contact ?? {}
  const name = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  const known = [
    ...lines('Naam', name === '' ? undefined : name),
    ...lines('E-mail', email),
    ...lines('Telefoon', phone),
  ]
  return known.length === 0 ? ['Er zijn geen gegevens van de afzender.'] : known
}
