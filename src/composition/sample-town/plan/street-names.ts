import type { Random } from '../random.ts'
import type { StreetKind } from './layout.ts'

/** A neighbourhood's streets are named after one kind of thing, as Dutch towns do. */
export const THEMES = {
  harbour: {
    neighbourhood: 'Oude Kern',
    words: [
      'Anker',
      'Schippers',
      'Zeilmakers',
      'Netten',
      'Taanders',
      'Mandenmakers',
      'Vuurbaak',
      'Peperhuis',
      'Weeshuis',
      'Kalk',
    ],
  },
  birds: {
    neighbourhood: 'Vogelpolder',
    words: [
      'Reiger',
      'Lepelaar',
      'Grutto',
      'Kievit',
      'Tureluur',
      'Wulp',
      'Kluut',
      'Plevier',
      'Zwaluw',
      'IJsvogel',
      'Aalscholver',
      'Fuut',
    ],
  },
  trees: {
    neighbourhood: 'Tuindorp',
    words: [
      'Linden',
      'Kastanje',
      'Beuken',
      'Elzen',
      'Essen',
      'Iepen',
      'Meidoorn',
      'Lijsterbes',
      'Populieren',
      'Wilgen',
      'Esdoorn',
      'Hazelaar',
    ],
  },
  ships: {
    neighbourhood: 'Schepenbuurt',
    words: [
      'Botter',
      'Tjalk',
      'Klipper',
      'Schokker',
      'Hoogaars',
      'Praam',
      'Kotter',
      'Logger',
      'Punter',
      'Galjoot',
      'Boeier',
      'Kof',
    ],
  },
  butterflies: {
    neighbourhood: 'Vlinderhof',
    words: [
      'Atalanta',
      'Citroenvlinder',
      'Koninginnenpage',
      'Dagpauwoog',
      'Parelmoer',
      'Zandoog',
      'Blauwtje',
      'Vuurvlinder',
      'Landkaartje',
      'Oranjetip',
      'Distelvlinder',
      'Dambord',
    ],
  },
  metals: {
    neighbourhood: 'Bedrijvenpark Markerpoort',
    words: [
      'IJzer',
      'Koper',
      'Staal',
      'Nikkel',
      'Zink',
      'Titaan',
      'Messing',
      'Chroom',
      'Kobalt',
      'Platina',
    ],
  },
  crops: {
    neighbourhood: 'Akkerrijk',
    words: [
      'Tarwe',
      'Gerst',
      'Haver',
      'Klaver',
      'Vlas',
      'Koolzaad',
      'Rogge',
      'Luzerne',
      'Boekweit',
      'Mosterd',
      'Karwij',
      'Spelt',
    ],
  },
  fish: {
    neighbourhood: 'Viskwartier',
    words: [
      'Baars',
      'Snoek',
      'Zeelt',
      'Paling',
      'Spiering',
      'Bot',
      'Haring',
      'Karper',
      'Voorn',
      'Brasem',
      'Kwabaal',
      'Winde',
    ],
  },
  reeds: {
    neighbourhood: 'Rietlanden',
    words: [
      'Lisdodde',
      'Kalmoes',
      'Waterlelie',
      'Dotter',
      'Zwanebloem',
      'Egelskop',
      'Wolfspoot',
      'Valeriaan',
      'Pijlkruid',
      'Bies',
    ],
  },
  stars: {
    neighbourhood: 'Sterrenkwartier',
    words: [
      'Poolster',
      'Orion',
      'Pegasus',
      'Cassiopeia',
      'Lier',
      'Zwaan',
      'Arend',
      'Steenbok',
      'Komeet',
      'Melkweg',
    ],
  },
} as const
export type Theme = keyof typeof THEMES

const ENDINGS: Record<StreetKind, readonly string[]> = {
  provincial: ['weg'],
  main: ['laan', 'weg', 'dreef'],
  street: ['straat', 'hof', 'plantsoen', 'pad'],
  lane: ['steeg', 'gang'],
  quay: ['kade', 'gracht', 'wal'],
  rural: ['weg', 'kade', 'dijk'],
}

/** Hands out names, never one twice in a town. */
export function nameStreets(
  random: Random,
): (theme: Theme, kind: StreetKind, wish?: string) => string {
  const given = new Set<string>()
  const claim = (name: string) => !given.has(name) && given.add(name) !== undefined
  return (theme, kind, wish) => {
    if (wish !== undefined && claim(wish)) return wish
    const { words } = THEMES[theme]
    const start = random.index(words.length)
    for (const before of ['', 'Nieuwe ', 'Oude ', 'Korte ', 'Lange ', 'Kleine ', 'Grote ']) {
      for (const ending of ENDINGS[kind]) {
        for (let turn = 0; turn < words.length; turn++) {
          const name = `${before}${words[(start + turn) % words.length]}${ending}`
          if (claim(name)) return name
        }
      }
    }
    for (let number = 2; ; number++) {
      const name = `${words[start]}${ENDINGS[kind][0]} ${number}`
      if (claim(name)) return name
    }
  }
}
