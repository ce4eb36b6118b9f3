import { type CategoryDraft, text } from './draft.ts'

const TASK = { parent: 'wegen', isReportable: false, visibility: 'status-only' as const }

export const ROADS: CategoryDraft[] = [
  {
    id: 'wegen',
    name: text('Wegen en paden', 'Roads and paths'),
    description: text('Rijbaan, stoep en fietspad.', 'Carriageway, pavement and cycle path.'),
    synonyms: ['straat', 'stoep', 'fietspad', 'bestrating'],
    joinRadius_m: 15,
  },
  {
    id: 'gat-in-weg',
    parent: 'wegen',
    name: text('Gat of verzakking in de weg', 'Hole or dip in the road'),
    description: text(
      'Een gat waarin u kunt vallen of rijden.',
      'A hole one can fall or drive into.',
    ),
    synonyms: ['kuil', 'verzakking', 'gat in asfalt'],
    priority: 'urgent',
    joinRadius_m: 15,
    questions: [
      {
        code: 'hoe-diep',
        text: text('Hoe diep is het gat, in centimeters?', 'How deep is the hole, in centimetres?'),
        datatype: 'number',
      },
    ],
  },
  {
    id: 'losse-tegel',
    parent: 'wegen',
    name: text('Losse of schuine tegel', 'Loose or sloping tile'),
    description: text(
      'Een tegel of klinker waarover u struikelt.',
      'A tile or brick to stumble over.',
    ),
    synonyms: ['stoeptegel', 'klinker', 'struikelen', 'opgedrukt door wortels'],
    joinRadius_m: 10,
  },
  {
    id: 'gladheid',
    parent: 'wegen',
    name: text('Gladheid', 'Slippery road'),
    description: text(
      'IJs, sneeuw, olie of blad op de weg.',
      'Ice, snow, oil or leaves on the road.',
    ),
    synonyms: ['ijzel', 'sneeuw', 'strooien', 'olie', 'glad'],
    priority: 'urgent',
    joinRadius_m: 100,
  },
  {
    id: 'bord-beschadigd',
    parent: 'wegen',
    name: text('Verkeersbord of paaltje kapot', 'Traffic sign or bollard broken'),
    description: text(
      'Een bord of paaltje dat scheef staat of weg is.',
      'A sign or bollard that leans or is gone.',
    ),
    synonyms: ['bord', 'paaltje', 'amsterdammertje', 'straatnaambord'],
  },
  {
    id: 'verkeerslicht-storing',
    parent: 'wegen',
    name: text('Verkeerslicht doet het niet', 'Traffic light fails'),
    description: text(
      'Een stoplicht dat uit is of niet op groen gaat.',
      'A traffic light that is dark or stays red.',
    ),
    synonyms: ['stoplicht', 'vri', 'groen', 'rood'],
    assetTypes: ['traffic-light'],
    priority: 'urgent',
    joinRadius_m: 60,
  },
  {
    id: 'brug-beschadigd',
    parent: 'wegen',
    name: text('Brug of steiger beschadigd', 'Bridge or jetty damaged'),
    description: text(
      'Schade aan een brug, leuning of steiger.',
      'Damage to a bridge, railing or jetty.',
    ),
    synonyms: ['leuning', 'brugdek', 'steiger', 'planken'],
    assetTypes: ['bridge'],
    priority: 'urgent',
  },
  {
    ...TASK,
    id: 'bestrating-openen',
    name: text('Bestrating openen', 'Open the paving'),
    description: text('De stoep openbreken voor ander werk.', 'Open the pavement for other work.'),
  },
  {
    ...TASK,
    id: 'bestrating-herstellen',
    name: text('Bestrating herstellen', 'Restore the paving'),
    description: text('De stoep weer dichtmaken.', 'Close the pavement again.'),
  },
  {
    ...TASK,
    id: 'verkeersmaatregelen',
    name: text('Verkeersmaatregelen', 'Traffic measures'),
    description: text('Een weg afzetten of verkeer omleiden.', 'Close a road or divert traffic.'),
    priority: 'urgent',
  },
]
