/**
 * Reads a number that is written with this decimal mark; the other mark and blanks may part thousands. Gives NaN for
 * all that is not a number from beginning to end.
 */
export function numberReader(decimal: '.' | ','): (text: string) => number {
  const thousands = decimal === ',' ? '.' : ','
  const shape = new RegExp(
    `^[+-]?(\\d+|\\d{1,3}(\\${thousands}\\d{3})+)(\\${decimal}\\d+)?([eE][+-]?\\d{1,2})?$`,
  )
  return (text) => {
    const packed = text.replace(/[\s\u00a0\u202f']/g, '').replace('\u2212', '-')
    if (!shape.test(packed)) return Number.NaN
    return Number(packed.replaceAll(thousands, '').replace(decimal, '.'))
  }
}
