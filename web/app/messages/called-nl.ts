/** What whoever is called because it is dangerous reads in Dutch. */
export const calledNl = {
  title: 'Gevaar: neemt u het over?',
  ask: 'Druk op de knop als u dit nu oppakt. Dan waarschuwen wij niemand anders meer.',
  askSafe: 'Is de plek veilig? Laat het hier weten. Het herstel volgt daarna.',
  thanks: 'Dank u. Het is genoteerd.',
  over: 'Dit staat niet meer als gevaar.',
  expiredTitle: 'Deze link is verlopen',
  expired: 'Bel het meldpunt als u hier iets over wilt zeggen.',
  point: 'Plek',
  openMap: 'Open in een kaart-app',
}

export type CalledWords = typeof calledNl
