/** Wat op de pagina staat met al het open werk van een partij. */
export const workNl = {
  title: 'Al uw open taken',
  lead: (town: string) =>
    `Haal uw open taken van gemeente ${town} op in één bestand. Vul het in en stuur het hier terug.`,
  download: 'Ophalen',
  xlsx: 'Bestand voor Excel (xlsx)',
  csv: 'Tekstbestand (csv)',
  how: 'Zo vult u het in',
  columns: { answer: 'Antwoord', revision: 'Versie', task: 'Taak' },
  fillIn: (column: string) => ['Vul per regel de kolom ', column, ' in met een van deze woorden:'],
  answers: [
    'akkoord',
    'gepland (vul dan ook een datum in)',
    'begonnen',
    'klaar',
    'niets gevonden',
    'niet van ons',
  ],
  leave: (one: string, other: string) => [
    'Laat de kolommen ',
    one,
    ' en ',
    other,
    ' staan. Wat u leeg laat, verandert niet.',
  ],
  bring: 'Terugsturen',
  name: 'Uw naam',
  file: 'Het ingevulde bestand',
  send: 'Verstuur het bestand',
  keep: 'Stuur deze link niet door: wie hem heeft, kan antwoorden.',
  done: (taken: number, refused: number) =>
    `${taken} ${taken === 1 ? 'antwoord' : 'antwoorden'} overgenomen, ${refused} geweigerd.`,
  results: 'Wat er met uw regels is gedaan',
  line: 'Regel',
  result: 'Uitkomst',
  wrong: 'Het bestand is niet verwerkt',
  problems: {
    'name-missing': 'Vul uw naam in.',
    'file-missing': 'Kies het bestand dat u hebt ingevuld.',
    'sheet-unreadable': 'Dit is geen xlsx of csv die wij kunnen lezen.',
    'sheet-protected':
      'Dit bestand heeft een wachtwoord, of is van een oude soort. Bewaar het als xlsx.',
    'sheet-too-large': 'Dit bestand is te groot: hooguit 1 MB en 1000 regels.',
    'body-too-large': 'Dit bestand is te groot: hooguit 1 MB en 1000 regels.',
    'sheet-too-slow': 'Het lezen van dit bestand duurde te lang.',
    'sheets-busy': 'Het is nu druk. Probeer het zo nog eens.',
    'sheet-without-columns': 'In dit bestand ontbreken de kolommen Taak, Versie en Antwoord.',
  } as Record<string, string>,
  otherProblem: 'Er ging iets mis. Er is niets veranderd.',
  overTitle: 'Deze link werkt niet meer',
  overText: 'Gebruik de link uit uw nieuwste mail.',
}

export type WorkWords = typeof workNl
