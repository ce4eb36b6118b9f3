import { z } from 'zod'

export type MapSettings = {
  /** The style of a base map of somebody else. Absent: the plain base that was imported. */
  readonly styleUrl?: string
  /** A register of addresses that speaks as PDOK's Locatieserver. Absent: none is asked. */
  readonly pdokUrl?: string
}

/** Keys of a map service stand in its query; a password has no place in what every browser reads. */
const isHttpUrl = (text: string) => {
  const url = URL.parse(text)
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.username === ''
}

export const MAP_ENVIRONMENT = {
  MAP_STYLE_URL: z
    .string()
    .refine(isHttpUrl)
    .optional()
    .describe('the address of a MapLibre style, such as https://kaart.example.nl/style.json'),
  PDOK_URL: z
    .string()
    .refine((text) => isHttpUrl(text) && !/[?#]/.test(text))
    .optional()
    .describe('an address such as https://api.pdok.nl/bzk/locatieserver/search/v3_1'),
}

type MapEnvironment = { MAP_STYLE_URL?: string | undefined; PDOK_URL?: string | undefined }

export function mapSettingsOf(values: MapEnvironment): MapSettings {
  return Object.freeze({
    ...(values.MAP_STYLE_URL && { styleUrl: values.MAP_STYLE_URL }),
    ...(values.PDOK_URL && { pdokUrl: values.PDOK_URL }),
  })
}

/** From where a page with a map may load beside itself: what is set, else the origin of the style, where most tiles are. */
export function baseMapOriginOf(
  values: MapEnvironment & { BASE_MAP_ORIGIN?: string | undefined },
): { baseMapOrigin?: string } {
  const { BASE_MAP_ORIGIN: given, MAP_STYLE_URL: style } = values
  const origin = given ?? (style && new URL(style).origin)
  return origin === undefined ? {} : { baseMapOrigin: origin }
}
