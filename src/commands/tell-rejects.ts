import type { Rejects } from '../composition/import-file.ts'

/** Closes the file of what could not be taken, and says where it is and how many there are of each reason. */
export async function tellRejects(rejects: Rejects, say: (line: string) => void): Promise<void> {
  const file = await rejects.close()
  say(file === undefined ? 'no rejects' : `${rejects.count} rejects: ${file}`)
  for (const [reason, count] of rejects.byReason) say(`  ${count} ${reason}`)
}
