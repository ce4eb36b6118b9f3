import type { Locale, Problem } from './port.ts'

type Text = (about: string) => string
type ErrorRow = readonly [status: 400 | 403 | 404 | 413 | 429 | 500 | 503, nl: Text, en: Text]

/**
 * What this door itself refuses. The standard lets `code` be "more specific" than the HTTP status;
 * the status is 404 "for resources that don't exist", 403 without a key that is asked for, 413 and 503 for what
 * is too large or comes at a busy moment, 429 for what comes too often, and 400 for the rest.
 */
const ERRORS = {
  'not-found': [
    404,
    (a) => `Dit adres bestaat niet (of niet met deze methode): ${a}`,
    (a) => `There is nothing at this address (or not with this method): ${a}`,
  ],
  'format-not-found': [
    404,
    (a) => `Vraag om .xml of .json; dit adres bestaat niet: ${a}`,
    (a) => `Ask for .xml or .json; there is nothing at: ${a}`,
  ],
  'municipality-not-found': [
    404,
    (a) => `De gemeente ${a} is hier niet bekend.`,
    (a) => `The municipality ${a} is not known here.`,
  ],
  'jurisdiction-not-found': [
    404,
    (a) => `jurisdiction_id ${a} hoort niet bij dit adres.`,
    (a) => `jurisdiction_id ${a} was not found at this endpoint.`,
  ],
  'service-code-missing': [
    400,
    () => 'service_code ontbreekt.',
    () => 'service_code was not provided.',
  ],
  'service-code-not-found': [
    404,
    (a) => `service_code ${a} bestaat niet in deze gemeente.`,
    (a) => `service_code ${a} was not found in this municipality.`,
  ],
  'request-not-found': [
    404,
    (a) => `Er is geen openbare melding met nummer ${a}.`,
    (a) => `There is no public service request ${a}.`,
  ],
  'token-not-found': [
    404,
    (a) =>
      `Token ${a} is niet bekend. Een POST geeft hier meteen een service_request_id, geen token.`,
    (a) =>
      `Token ${a} was not found. A POST here answers a service_request_id at once, not a token.`,
  ],
  'not-utf-8': [
    400,
    (a) => `De tekst is geen geldige UTF-8: ${a} (not valid UTF-8).`,
    (a) => `The text is not valid UTF-8: ${a}.`,
  ],
  'nul-byte': [
    400,
    (a) => `${a} bevat een NUL-teken; dat kan niet.`,
    (a) => `${a} contains a NUL byte.`,
  ],
  'content-type': [
    400,
    (a) =>
      `Stuur een POST als application/x-www-form-urlencoded of multipart/form-data, niet als ${a}.`,
    (a) => `POST as application/x-www-form-urlencoded or multipart/form-data, not as ${a}.`,
  ],
  'multipart-unreadable': [
    400,
    () => 'De multipart/form-data is niet te lezen.',
    () => 'The multipart/form-data could not be read.',
  ],
  'file-refused': [
    400,
    () => 'Bestanden kunnen hier niet mee. Er is niets opgeslagen; stuur zonder bestand.',
    () => 'Files are not accepted here. Nothing was stored; send it without the file.',
  ],
  'photo-unreadable': [
    400,
    (a) =>
      `Dit is geen foto die wij kunnen lezen: ${a}. Er is niets opgeslagen; stuur een JPEG, PNG, WebP of AVIF, of stuur zonder foto.`,
    (a) =>
      `This is no photo that we can read: ${a}. Nothing was stored; send a JPEG, PNG, WebP or AVIF, or send it without the photo.`,
  ],
  'photo-too-many-pixels': [
    400,
    (a) =>
      `De foto heeft meer dan 32 miljoen pixels: ${a}. Er is niets opgeslagen; stuur een kleinere foto.`,
    (a) =>
      `The photo has more than 32 million pixels: ${a}. Nothing was stored; send a smaller photo.`,
  ],
  'photo-too-large': [
    413,
    (a) => `Een foto mag hooguit ${a} bytes zijn. Er is niets opgeslagen; stuur een kleinere foto.`,
    (a) => `A photo may have at most ${a} bytes. Nothing was stored; send a smaller photo.`,
  ],
  'photos-too-many': [
    400,
    (a) => `Er kunnen hooguit ${a} foto's mee. Er is niets opgeslagen.`,
    (a) => `At most ${a} photos can be sent. Nothing was stored.`,
  ],
  'upload-too-large': [
    413,
    (a) => `Dit is meer dan er in één keer mee kan (${a} bytes). Er is niets opgeslagen.`,
    (a) => `This is more than can be sent at once (${a} bytes). Nothing was stored.`,
  ],
  'upload-too-slow': [
    400,
    () => 'Het duurde te lang. Er is niets opgeslagen; probeer het opnieuw.',
    () => 'It took too long. Nothing was stored; please try again.',
  ],
  'uploads-busy': [
    503,
    () => 'Er komen nu te veel foto’s tegelijk binnen. Probeer het zo opnieuw.',
    () => 'Too many photos are coming in at once. Please try again in a moment.',
  ],
  'rate-exceeded': [
    429,
    (a) =>
      `Er komt te veel in korte tijd, zonder een api_key die hier bekend is. Probeer het over ${a} s opnieuw.`,
    (a) => `Too much in a short time, without an api_key that is known here. Try again in ${a} s.`,
  ],
  'too-many-fields': [
    400,
    (a) => `Er zijn meer dan ${a} velden.`,
    (a) => `There are more than ${a} fields.`,
  ],
  'too-many-values': [
    400,
    (a) => `Te veel waarden in een lijst: ${a}.`,
    (a) => `Too many values in one list: ${a}.`,
  ],
  'given-twice': [
    400,
    (a) => `${a} mag maar één keer voorkomen.`,
    (a) => `${a} may be given only once.`,
  ],
  'too-long': [400, (a) => `Te lang: ${a}.`, (a) => `Too long: ${a}.`],
  'one-line-only': [
    400,
    (a) => `${a} mag geen regeleinden of andere stuurtekens bevatten.`,
    (a) => `${a} may not contain line breaks or other control characters.`,
  ],
  'lat-long-incomplete': [
    400,
    (a) => `lat en long horen bij elkaar; ${a} ontbreekt.`,
    (a) => `lat and long both need to be sent; ${a} is missing.`,
  ],
  'not-a-coordinate': [
    400,
    (a) => `Geen coördinaat in graden (WGS84, met een punt): ${a}.`,
    (a) => `Not a coordinate in degrees (WGS84, with a decimal point): ${a}.`,
  ],
  'not-a-distance': [
    400,
    (a) => `Geen afstand in meters: ${a}.`,
    (a) => `Not a distance in metres: ${a}.`,
  ],
  'location-missing': [
    400,
    () => 'De plaats ontbreekt: geef lat en long, of address_string, of address_id.',
    () => 'A location must be submitted: lat and long, or address_string, or address_id.',
  ],
  'not-an-email': [400, (a) => `Geen e-mailadres: ${a}.`, (a) => `Not an e-mail address: ${a}.`],
  'not-a-web-address': [
    400,
    (a) => `media_url moet met http:// of https:// beginnen: ${a}.`,
    (a) => `media_url must be an http:// or https:// address: ${a}.`,
  ],
  'idempotency-key': [
    400,
    () => 'Idempotency-Key moet 1 tot 255 zichtbare ASCII-tekens zijn.',
    () => 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  ],
  'attribute-required': [
    400,
    (a) => `Een verplicht antwoord ontbreekt: attribute[${a}].`,
    (a) => `A required answer is missing: attribute[${a}].`,
  ],
  'attribute-single': [
    400,
    (a) => `attribute[${a}] heeft meer dan één waarde.`,
    (a) => `attribute[${a}] has more than one value.`,
  ],
  'attribute-value': [
    400,
    (a) => `Geen geldig antwoord: ${a}.`,
    (a) => `Not a valid answer: ${a}.`,
  ],
  'not-a-datetime': [
    400,
    (a) => `Geen tijdstip met zone, zoals 2026-01-31T13:15:30Z: ${a}.`,
    (a) => `Not a datetime with a zone, such as 2026-01-31T13:15:30Z: ${a}.`,
  ],
  'range-reversed': [
    400,
    () => 'end_date ligt voor start_date.',
    () => 'end_date is before start_date.',
  ],
  'range-too-long': [
    400,
    () => 'start_date en end_date mogen niet meer dan 90 dagen uit elkaar liggen.',
    () => 'start_date and end_date may not span more than 90 days.',
  ],
  'status-unknown': [
    400,
    (a) => `status kan open of closed zijn, niet ${a}.`,
    (a) => `status can be open or closed, not ${a}.`,
  ],
  'parameter-missing': [400, (a) => `${a} ontbreekt.`, (a) => `${a} was not provided.`],
  'in-future': [
    400,
    (a) => `Dit tijdstip ligt in de toekomst: ${a}.`,
    (a) => `This moment is in the future: ${a}.`,
  ],
  'api-key-missing': [
    403,
    () => 'api_key ontbreekt; alleen wie een sleutel van deze gemeente heeft kan dit sturen.',
    () => 'api_key was not provided; only who has a key of this municipality can send this.',
  ],
  'update-status-unknown': [
    400,
    (a) => `Deze status kan een update niet hebben: ${a}.`,
    (a) => `An update cannot have this status: ${a}.`,
  ],
  'service-failure': [
    500,
    () => 'Er ging bij ons iets mis. Probeer het later opnieuw, met dezelfde gegevens.',
    () => 'Something went wrong on our side. Please try again later, with the same data.',
  ],
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

/** Something that was wrong, before it is known in which language to say so. */
export type Finding = { readonly code: ErrorCode; readonly about: string }

export function finding(code: ErrorCode, about = ''): Finding {
  return { code, about: about.length > 120 ? `${about.slice(0, 120)}…` : about }
}

export type Failure = { status: Problem['status'] | 500; code: string; description: string }

export function inWords({ code, about }: Finding, locale: Locale): Failure {
  const [status, nl, en] = ERRORS[code]
  return { status, code, description: (locale === 'en' ? en : nl)(about) }
}

/**
 * Which status speaks for all when several things are wrong: what the client cannot mend comes
 * first.
 */
const STATUS_ORDER: readonly Failure['status'][] = [500, 503, 429, 413, 403, 404, 409, 400]

export function statusOf(failures: readonly Failure[]): Failure['status'] {
  return STATUS_ORDER.find((status) => failures.some((f) => f.status === status)) ?? 400
}
