/** Under what the words of a step are sealed: all of a case can be destroyed together. */
export function wrongfulWordsId(caseId: string, stepId: string): string {
  return `wrongful/${caseId}/${stepId}`
}
