/** What the demonstration of the sample town says in Dutch. */
export const demoNl = {
  title: 'Laat een lamp stukgaan',
  intro:
    'Dit is een voorbeeldgemeente. Met deze knop meldt u een lantaarnpaal die het niet doet. Daarna ziet u stap voor stap wat er gebeurt.',
  submit: 'Laat een lamp stukgaan',
  again: 'Laat er nog een stukgaan',
  none: 'Er is nu geen lamp meer die werkt. Kom later terug.',
  often: 'U hebt dit vaak gedaan. Wacht een minuut.',
  trouble: 'Het is niet gelukt. Probeer het over een paar minuten opnieuw.',
  follow: (number: string) => `Melding ${number}`,
  lamp: (number: string) => `Lamp ${number} brandt niet.`,
  why: 'Waarom naar deze partij',
  steps: 'Wat er gebeurde',
  refreshes: 'Deze pagina ververst zichzelf.',
  still: 'Ververs niet meer',
  case: 'Bekijk de melding',
}

export type DemoWords = typeof demoNl
