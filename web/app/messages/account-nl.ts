export const accountNl = {}
