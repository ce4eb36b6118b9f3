/** What the page of a neighbourhood says. */
export const areaNl = {
  all: (town: string) => `Buurten in ${town}`,
  allText: 'Kies een buurt. U ziet wat er open staat, wat er is opgelost en of het op tijd was.',
  none: 'Van deze gemeente kennen wij geen buurten.',
  title: (area: string) => `Hoe staat het ervoor in ${area}?`,
  open: 'Open',
  late: 'Later dan verwacht',
  solved: (days: number) => `Opgelost in ${days} dagen`,
  kept: 'Op tijd klaar',
  keptOf: (kept: string, dated: string) => `${kept} van ${dated}`,
  share: (share: string, kept: string, dated: string) => `${share} (${kept} van ${dated})`,
  terms: 'Wordt het op tijd gedaan?',
  termsText:
    'Per onderwerp: wat klaar is gemeld, en hoeveel daarvan op of voor de verwachte dag. Bij minder dan tien zeggen wij geen percentage.',
  category: 'Onderwerp',
  noTerms: 'Er is de laatste tijd niets klaar gemeld waarvoor een dag was verwacht.',
  openCases: 'Open meldingen in deze buurt',
  noOpen: 'Er staat hier niets open.',
  feed: 'Volg deze buurt (Atom)',
  feedTitle: (area: string) => `Meldingen in ${area}`,
}

export type AreaWords = typeof areaNl
