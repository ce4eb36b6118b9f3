/** Crockford's base 32: no I, L, O or U, so that nothing is taken for a digit or reads as a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
const HALF = LENGTH / 2

/** The first fifty bits as ten letters in two groups, to be read aloud and typed: `7KQ2M-04XPR`. */
export function codeOf(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  const letters = Array.from({ length: LENGTH }, (_, i) => {
    const shift = BigInt(56 - 5 * (i + 1))
    return LETTERS[Number((bits >> shift) & 31n)]
  }).join('')
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
}

/** A code as somebody typed it, in the one way that it is written; undefined where it is no code. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isCode = letters.length === LENGTH && [...letters].every((one) => LETTERS.includes(one))
  return isCode ? `${letters.slice(0, HALF)}-${letters.slice(HALF)}` : undefined
}
