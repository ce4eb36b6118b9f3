/** What a form brought. */
export type Typed = Readonly<Record<string, string | undefined>>
