import { type CategoryDraft, text } from './draft.ts'

export const GREENERY_AND_WATER: CategoryDraft[] = [
  {
    id: 'groen',
    name: text('Groen en bomen', 'Greenery and trees'),
    description: text('Bomen, struiken, gras en onkruid.', 'Trees, shrubs, grass and weeds.'),
    synonyms: ['boom', 'plantsoen', 'gras', 'struik'],
  },
  {
    id: 'boom-gevaarlijk',
    parent: 'groen',
    name: text('Boom of tak omgevallen', 'Fallen tree or branch'),
    description: text(
      'Een boom of tak die gevallen is of dreigt te vallen.',
      'A tree or branch that fell or may fall.',
    ),
    synonyms: ['storm', 'tak op weg', 'boom om', 'afgebroken'],
    assetTypes: ['tree'],
    priority: 'danger',
    questions: [
      {
        code: 'weg-versperd',
        text: text('Is de weg versperd?', 'Is the road blocked?'),
        datatype: 'singlevaluelist',
        isRequired: true,
        values: [
          { key: 'ja', name: text('Ja', 'Yes') },
          { key: 'nee', name: text('Nee', 'No') },
        ],
      },
    ],
  },
  {
    id: 'groen-te-hoog',
    parent: 'groen',
    name: text('Struik of tak hangt over', 'Shrub or branch overhangs'),
    description: text(
      'Groen dat over stoep of weg groeit.',
      'Greenery that grows over pavement or road.',
    ),
    synonyms: ['snoeien', 'heg', 'overhangend', 'zicht'],
    joinRadius_m: 20,
  },
  {
    id: 'onkruid',
    parent: 'groen',
    name: text('Onkruid', 'Weeds'),
    description: text('Onkruid op stoep of straat.', 'Weeds on pavement or street.'),
    synonyms: ['distels', 'gras tussen tegels'],
    joinRadius_m: 40,
  },
  {
    id: 'gras-maaien',
    parent: 'groen',
    name: text('Gras te hoog', 'Grass too high'),
    description: text('Gras dat lang niet gemaaid is.', 'Grass not mown for long.'),
    synonyms: ['maaien', 'berm', 'gazon'],
    joinRadius_m: 60,
  },
  {
    id: 'eikenprocessierups',
    parent: 'groen',
    name: text('Eikenprocessierups', 'Oak processionary caterpillar'),
    description: text(
      'Rupsen met brandharen. Raak ze niet aan.',
      'Caterpillars that sting. Do not touch.',
    ),
    synonyms: ['rups', 'nest in boom', 'jeuk'],
    assetTypes: ['tree'],
    priority: 'urgent',
  },
  {
    id: 'water-en-riool',
    name: text('Water en riool', 'Water and sewer'),
    description: text('Putten, riool, sloten en oevers.', 'Drains, sewers, ditches and banks.'),
    synonyms: ['riool', 'sloot', 'put', 'kolk'],
  },
  {
    id: 'put-verstopt',
    parent: 'water-en-riool',
    name: text('Straatput verstopt', 'Street drain blocked'),
    description: text(
      'Een put waar het water niet in wegloopt.',
      'A drain that does not take the water.',
    ),
    synonyms: ['kolk', 'putje', 'plas', 'blad in put'],
    assetTypes: ['drain'],
    joinRadius_m: 15,
  },
  {
    id: 'wateroverlast',
    parent: 'water-en-riool',
    name: text('Water op straat', 'Flooded street'),
    description: text('Water dat na een bui blijft staan.', 'Water that stays after a shower.'),
    synonyms: ['overstroming', 'hoosbui', 'straat onder water'],
    priority: 'urgent',
    joinRadius_m: 80,
  },
  {
    id: 'water-vervuild',
    parent: 'water-en-riool',
    name: text('Vuil of stinkend water', 'Dirty or smelly water'),
    description: text(
      'Olie, blauwalg of dode vissen in het water.',
      'Oil, algae or dead fish in the water.',
    ),
    synonyms: ['blauwalg', 'dode vis', 'stank', 'olie op water'],
    joinRadius_m: 150,
  },
  {
    id: 'oever-beschadigd',
    parent: 'water-en-riool',
    name: text('Oever of beschoeiing kapot', 'Bank or revetment damaged'),
    description: text('Een oever die afkalft of verzakt.', 'A bank that crumbles or sinks.'),
    synonyms: ['beschoeiing', 'walkant', 'kade'],
  },
]
