import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { MOST_UNPACKED_BYTES, type SheetFault } from './sheet.ts'

/** Far more parts than a workbook of one sheet has. */
const MOST_PARTS = 200
/** What is read of a workbook. Macros, pictures, links to elsewhere and what else may be in it are left where they are. */
const READ =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[\w.-]+\.xml(\.rels)?|xl\/worksheets\/[\w.-]+\.xml)$/
/** A part that names entities could grow without end when it is read. */
const NAMES_ENTITIES = /<!(DOCTYPE|ENTITY)/i

class TooLarge extends Error {}

/**
 * A workbook within limits, packed anew with only the parts that are read. What a part says of its own size is held
 * against the limit before it is unpacked, and no part becomes larger than it says: a zip bomb is refused, not met.
 */
export function cleanWorkbook(bytes: Uint8Array): { bytes: Uint8Array } | { fault: SheetFault } {
  let parts = 0
  let unpacked_bytes = 0
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        parts += 1
        if (parts > MOST_PARTS) throw new TooLarge()
        if (!READ.test(name)) return false
        unpacked_bytes += originalSize
        if (unpacked_bytes > MOST_UNPACKED_BYTES) throw new TooLarge()
        return true
      },
    })
    if (!files['xl/workbook.xml']) return { fault: 'sheet-unreadable' }
    const clean: Zippable = {}
    for (const [name, content] of Object.entries(files)) {
      if (NAMES_ENTITIES.test(strFromU8(content.subarray(0, 4_096))))
        return { fault: 'sheet-unreadable' }
      clean[name] = [content, { level: 0 }]
    }
    return { bytes: zipSync(clean) }
  } catch (error) {
    return { fault: error instanceof TooLarge ? 'sheet-too-large' : 'sheet-unreadable' }
  }
}
