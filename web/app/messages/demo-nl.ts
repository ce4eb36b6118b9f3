/** What the demonstration of the sample town says in Dutch. */
export const demoNl = {
  title: 'Laat een lamp stukgaan',
  intro:
    'Dit is een voorbeeldgemeente. Met deze knop gaat een lantaarnpaal stuk. De lamp meldt dat zelf. U ziet stap voor stap wat er gebeurt, tot zij weer brandt.',
  submit: 'Laat een lamp stukgaan',
  again: 'Laat er nog een stukgaan',
  none: 'Er is nu geen lamp meer die werkt. Kom later terug.',
  often: 'U hebt dit vaak gedaan. Wacht een minuut.',
  trouble: 'Het is niet gelukt. Probeer het over een paar minuten opnieuw.',
  follow: (number: string) => `Melding ${number}`,
  lamp: (number: string) => `Lamp ${number} brandt niet`,
  anyLamp: 'Een lamp brandt niet',
  why: 'Waarom naar deze partij',
  steps: 'Wat er gebeurde',
  confirmed: 'De lamp meldt zelf dat zij weer brandt. Daarmee is het bevestigd.',
  over: 'Dit is afgelopen.',
  refreshes: 'De stappen komen hier vanzelf bij.',
  still: 'Ververs niet meer',
  case: 'Bekijk de melding',
}

export type DemoWords = typeof demoNl
