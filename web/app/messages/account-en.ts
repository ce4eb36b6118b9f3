export const accountEn = {}
