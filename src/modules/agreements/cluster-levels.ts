/** What a fault is of: one object, or what several objects hang from; the lowest first. */
export const CLUSTER_LEVELS = ['single', 'segment', 'cabinet', 'switching-area'] as const
export type ClusterLevel = (typeof CLUSTER_LEVELS)[number]
