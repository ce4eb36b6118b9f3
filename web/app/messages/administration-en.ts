export const administrationEn = {}
