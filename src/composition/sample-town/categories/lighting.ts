import { type CategoryDraft, text } from './draft.ts'

const LAMP = { parent: 'straatverlichting', assetTypes: ['lamp-post'] }
const TASK = { isReportable: false, visibility: 'status-only' as const }

export const LIGHTING: CategoryDraft[] = [
  {
    id: 'straatverlichting',
    name: text('Straatverlichting', 'Street lighting'),
    description: text(
      'Lantaarnpalen, lampen en hun kabels.',
      'Lamp posts, lamps and their cables.',
    ),
    synonyms: ['lantaarn', 'lamp', 'licht', 'openbare verlichting'],
    assetTypes: ['lamp-post'],
  },
  {
    ...LAMP,
    id: 'lamp-kapot',
    name: text('Lamp brandt niet', 'Lamp is out'),
    description: text(
      'Een lantaarn die in het donker niet brandt.',
      'A street light that does not burn in the dark.',
    ),
    synonyms: ['lantaarnpaal kapot', 'lamp stuk', 'straat donker', 'lamp uit'],
    questions: [
      {
        code: 'hoeveel-lampen',
        text: text('Hoeveel lampen zijn uit?', 'How many lamps are out?'),
        datatype: 'singlevaluelist',
        values: [
          { key: 'een', name: text('Eén lamp', 'One lamp') },
          { key: 'twee-of-drie', name: text('Twee of drie', 'Two or three') },
          { key: 'hele-straat', name: text('Een hele rij of straat', 'A whole row or street') },
        ],
      },
      {
        code: 'paalnummer',
        text: text('Welk nummer staat er op de paal?', 'Which number is on the post?'),
        datatype: 'string',
      },
    ],
  },
  {
    ...LAMP,
    id: 'lamp-knippert',
    name: text('Lamp knippert', 'Lamp flickers'),
    description: text('Een lamp die aan en uit gaat.', 'A lamp that goes on and off.'),
    synonyms: ['flikkert', 'knipperen', 'aan en uit'],
  },
  {
    ...LAMP,
    id: 'lamp-brandt-overdag',
    name: text('Lamp brandt overdag', 'Lamp burns by day'),
    description: text('Een lamp die overdag aan staat.', 'A lamp that is on in daylight.'),
    synonyms: ['dagbrander', 'blijft aan'],
  },
  {
    ...LAMP,
    id: 'lamp-schijnt-binnen',
    name: text('Lamp schijnt naar binnen', 'Lamp shines into the house'),
    description: text('Een lamp die hindert in huis.', 'A lamp that is a nuisance indoors.'),
    synonyms: ['te fel', 'lichthinder'],
    visibility: 'status-only',
  },
  {
    ...LAMP,
    id: 'mast-beschadigd',
    name: text('Lantaarnpaal staat scheef of is aangereden', 'Lamp post leans or was hit'),
    description: text('Schade aan de paal zelf.', 'Damage to the post itself.'),
    synonyms: ['scheve paal', 'aanrijding', 'deuk', 'omver'],
    priority: 'urgent',
  },
  {
    ...LAMP,
    id: 'draden-bloot',
    name: text('Open luik of losse draden', 'Open hatch or bare wires'),
    description: text(
      'Draden die u kunt aanraken. Blijf op afstand.',
      'Wires within reach. Keep away.',
    ),
    synonyms: ['kabel bloot', 'stroom', 'deurtje open', 'luikje'],
    assetTypes: ['lamp-post', 'lighting-cabinet'],
    priority: 'danger',
    questions: [
      {
        code: 'kinderen-in-de-buurt',
        text: text('Kunnen kinderen erbij?', 'Can children reach it?'),
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
    ...TASK,
    id: 'kabel-afkoppelen',
    parent: 'straatverlichting',
    name: text('Kabel afkoppelen', 'Disconnect a cable'),
    description: text('De mast spanningsloos maken.', 'Take the post off the net.'),
    assetTypes: ['lamp-post', 'segment', 'lighting-cabinet'],
    priority: 'urgent',
  },
  {
    ...TASK,
    id: 'kabel-aansluiten',
    parent: 'straatverlichting',
    name: text('Kabel aansluiten', 'Connect a cable'),
    description: text('De mast weer aansluiten op het net.', 'Put the post back on the net.'),
    assetTypes: ['lamp-post', 'segment', 'lighting-cabinet'],
  },
  {
    ...TASK,
    id: 'mast-plaatsen',
    parent: 'straatverlichting',
    name: text('Mast plaatsen', 'Put up a post'),
    description: text('Een nieuwe mast op dezelfde plek.', 'A new post in the same place.'),
    assetTypes: ['lamp-post'],
  },
]
