import type { Locale } from './template.ts'

/** At the end of each mail to whoever follows something, whatever the municipality wrote. */
export const SUBSCRIBER_FOOTER: Readonly<Record<Locale, (stop: string) => string>> = {
  nl: (stop) =>
    `\n\n-- \nU krijgt deze mail omdat iemand dit adres heeft opgegeven om op de hoogte te blijven.\nLiever geen mail meer? ${stop}\n`,
  en: (stop) =>
    `\n\n-- \nYou get this mail because somebody gave this address to be kept informed.\nNo more mail? ${stop}\n`,
}

/** Of a case that never was, to show what a text becomes. */
export function exampleNews(locale: Locale): { about: string; news: string } {
  return {
    about: { nl: 'meldingen in Centrum', en: 'reports in Centrum' }[locale],
    news: {
      nl: 'Lantaarnpaal brandt niet, Voorbeeldstraat, Centrum\nHet is opgelost en bevestigd.',
      en: 'Street light is out, Voorbeeldstraat, Centrum\nIt is solved and confirmed.',
    }[locale],
  }
}
