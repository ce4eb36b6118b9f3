import type { AreaWords } from './area-nl.ts'

export const areaEn: AreaWords = {
  all: (town) => `Neighbourhoods in ${town}`,
  allText:
    'Choose a neighbourhood. You see what is open, what was solved and whether it was in time.',
  none: 'We know no neighbourhoods of this municipality.',
  title: (area) => `How does it stand in ${area}?`,
  open: 'Open',
  late: 'Later than expected',
  solved: (days) => `Solved in ${days} days`,
  kept: 'Done in time',
  keptOf: (kept, dated) => `${kept} of ${dated}`,
  share: (share, kept, dated) => `${share} (${kept} of ${dated})`,
  terms: 'Is it done in time?',
  termsText:
    'Per subject: what was said to be done, and how much of it on or before the expected day. Of fewer than ten we give no percentage.',
  category: 'Subject',
  noTerms: 'Lately nothing was said to be done for which a day was expected.',
  openCases: 'Open reports in this neighbourhood',
  noOpen: 'Nothing is open here.',
  feed: 'Follow this neighbourhood (Atom)',
  feedTitle: (area) => `Reports in ${area}`,
}
