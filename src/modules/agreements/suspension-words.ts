/** For what work may stand still, as everybody reads it: the reasons known everywhere. Others bring a name of their own. */
export const SUSPENSION_WORDS: Readonly<Record<string, { nl: string; en: string }>> = {
  frost: { nl: 'vorst', en: 'frost' },
  'traffic-measure': { nl: 'verkeersmaatregel nodig', en: 'a traffic measure is needed' },
  material: { nl: 'wachten op materiaal', en: 'waiting for material' },
  'third-party': { nl: 'wachten op een ander', en: 'waiting for somebody else' },
  event: { nl: 'evenement', en: 'an event' },
}
