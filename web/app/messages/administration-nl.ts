export const administrationNl = {}
