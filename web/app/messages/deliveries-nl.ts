/** Over bezorging: hoe partijen bereikt worden, en of dat lukt. */
export const deliveriesNl = {
  title: 'Bezorging',
  intro: 'Hoe partijen hun werk krijgen, en of het aankomt.',
  parties: 'Partijen',
  noParties: 'Er is nog geen partij die via een systeem of mail werk krijgt.',
  kinds: {
    webhook: 'eigen systeem',
    open311: 'eigen Open311-server',
    email: 'mail',
    mail: 'mail',
  } as Record<string, string>,
  works: 'Geen storing',
  rests: 'Lukt nu niet',
  unset: 'Geen adres',
  waiting: (count: number) => (count === 1 ? '1 bericht wacht' : `${count} berichten wachten`),
  digest: (count: number, moment: string) =>
    `${count === 1 ? '1 bericht gaat mee' : `${count} berichten gaan mee`} in het overzicht van ${moment}`,
  limits: (atOnce: number | undefined, perMinute: number | undefined) =>
    [
      atOnce === undefined ? '' : `hooguit ${atOnce} tegelijk`,
      perMinute === undefined ? '' : `hooguit ${perMinute} per minuut`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  asking: 'Vragen hoe het staat lukt niet:',
  test: 'Test',
  testOf: (name: string, kind: string) => `Test hoe ${name} bereikt wordt (${kind})`,
  tested: (name: string) => `De test van ${name}`,
  good: 'goed',
  wrong: 'fout',
  steps: {
    endpoint: 'Adres ingesteld',
    name: 'Naam gevonden',
    connection: 'Verbonden',
    tls: 'Beveiligde verbinding',
    answer: 'Antwoord gekregen',
    signature: 'Ondertekening geaccepteerd',
    discovery: 'Beschrijving van de server',
    services: 'Lijst van diensten',
    mapping: 'Categorie bestaat daar',
    'test-request': 'Testmelding aangenomen',
    mail: 'Testmail verstuurd',
  } as Record<string, string>,
  waits: 'Mislukt, en wacht op een nieuwe poging',
  soon: (count: number) =>
    count === 1
      ? 'Er is niets mislukt. Eén bericht gaat binnenkort weg.'
      : `Er is niets mislukt. ${count} berichten gaan binnenkort weg.`,
  nothingWaits: 'Er is niets mislukt, en er wacht niets.',
  retry: 'Probeer nu',
  follower: 'een systeem dat volgt',
  retryOf: (type: string, name: string) => `Probeer ${type}${name === '' ? '' : ` aan ${name}`} nu`,
  next: 'Volgende poging:',
  forPerson: {
    unsure: 'Gaat pas weer als u het zegt. Bel eerst de partij: misschien heeft zij het al.',
    refused: 'Gaat pas weer als u het zegt. De mailbox weigert het al een maand.',
  },
  attempts: (count: number) => (count === 1 ? '1 poging' : `${count} pogingen`),
  log: 'Elke poging',
  logText: 'Van de laatste 90 dagen.',
  noLog: 'Hier is nog geen poging gedaan.',
  organisation: 'Partij',
  everyone: 'alle partijen',
  filter: 'Filter',
  outcomes: {
    delivered: 'Aangekomen',
    failed: 'Mislukt',
    'left-to-person': 'Door het meldpunt te vertellen',
    'waits-for-person': 'Wacht op u',
  } as Record<string, string>,
}
