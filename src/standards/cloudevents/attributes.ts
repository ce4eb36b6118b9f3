/**
 * What the attributes of an event must look like: CloudEvents 1.0
 * (https://github.com/cloudevents/spec) and the NL GOV profile
 * (https://github.com/Logius-standaarden/NL-GOV-profile-for-CloudEvents).
 */
type AttributeRule = { readonly isRight: (value: string) => boolean; readonly rule: string }

/**
 * CloudEvents 1.0, Type System: no control characters, no noncharacters, surrogates only in pairs.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant
const NOT_IN_STRING = /[\x00-\x1f\x7f-\x9f]|\p{Noncharacter_Code_Point}/u

export const isCloudEventString = (value: string) =>
  value !== '' && value.isWellFormed() && !NOT_IN_STRING.test(value)

const URI_CHARACTERS = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/
const URI_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:./

const REVERSE_DOMAIN = /^[A-Za-z]{2,}(?:\.[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?){2,}$/
const VERSION_LABEL = /\.v\d+(?=\.|$)/g
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

const string = { isRight: isCloudEventString, rule: 'MUST be a non-empty string' }

/** `Date.parse` carries 30 February over into March. */
function isDay(time: string): boolean {
  const day = time.slice(0, 10)
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

/** What holds for every event, ours or another's. */
export const RULES = {
  specversion: { isRight: (value) => value === '1.0', rule: 'MUST be 1.0' },
  id: string,
  source: {
    isRight: (value) => URI_CHARACTERS.test(value),
    rule: 'MUST be a non-empty URI-reference',
  },
  type: {
    isRight: (value) =>
      REVERSE_DOMAIN.test(value) && (value.match(VERSION_LABEL) ?? []).length <= 1,
    rule: 'MUST be in reverse domain name notation with at most one version number',
  },
  subject: string,
  time: {
    isRight: (value) => RFC3339.test(value) && !Number.isNaN(Date.parse(value)) && isDay(value),
    rule: 'MUST adhere to RFC 3339',
  },
  datacontenttype: {
    isRight: (value) => /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;.*)?$/.test(value),
    rule: 'MUST be a media type (RFC 2046)',
  },
  dataschema: {
    isRight: (value) => URI_CHARACTERS.test(value) && URI_SCHEME.test(value),
    rule: 'MUST be a non-empty URI',
  },
  sequence: string,
  traceparent: {
    isRight: (value) => TRACEPARENT.test(value),
    rule: 'MUST be a traceparent (W3C Trace Context)',
  },
} as const satisfies Record<string, AttributeRule>

/**
 * What we ask of ourselves on top: the SHOULDs of the profile, and that nothing personal can slip
 * in.
 */
export const OWN_RULES = {
  id: {
    isRight: isImpersonal,
    rule: 'SHOULD hold no personal data',
  },
  source: {
    isRight: (value) => /^urn:nld:[\w-]+:[\w%-]+:systeem:[\w-]+$/.test(value),
    rule: 'SHOULD be a URN in nld that names the organization and the system',
  },
  type: {
    isRight: (value) => value === value.toLowerCase() && !/gemeente|\bgm\d{4}\b/.test(value),
    rule: 'SHOULD be in lower case without the name of an organization',
  },
  subject: {
    isRight: isImpersonal,
    rule: 'SHOULD hold no personal data',
  },
} as const satisfies Partial<Record<keyof typeof RULES, AttributeRule>>

/**
 * Whether a value is a bare identifier. Names and mail addresses do not fit its form; a citizen
 * service number is known by its eleven-test.
 */
function isImpersonal(value: string): boolean {
  if (!/^[A-Za-z0-9][\w:/.-]*$/.test(value)) return false
  return !(/^\d{8,9}$/.test(value) && passesElevenTest(value.padStart(9, '0')))
}

function passesElevenTest(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return sum % 11 === 0
}
