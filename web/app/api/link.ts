/** Anything but a link, such as a key that somebody put there, is nobody's. */
const bearerOf = (token: string) => (/^ll_[\w-]{1,300}$/.test(token) ? token : 'll_none')

/** Asks as whoever holds this link, whoever they are signed in as. */
export const withLink = (token: string) => ({ authorization: `Bearer ${bearerOf(token)}` })
