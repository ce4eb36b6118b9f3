/** Under what a remark is sealed that came from outside with an id of its sender. */
export const remarkIdOf = (caseId: string, heardAs: string) => `remark/${caseId}/${heardAs}`
