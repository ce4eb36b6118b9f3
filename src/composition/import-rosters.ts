import type { FileProblem } from '#languages/yaml'
import { enterRosters, parseRostersFile, sealReaches } from '#modules/duty'
import type { App } from '../app.ts'

export type RostersImported =
  | { ok: true; municipality: string; entered: { id: string; version: number }[] }
  | { ok: false; problems: readonly FileProblem[] }

/** Enters the duty rosters of a file: all, or none with every problem told. */
export async function importRostersText(
  app: App,
  text: string,
  enteredBy: string,
): Promise<RostersImported> {
  const file = parseRostersFile(text)
  if (!file.ok) return file
  const { municipality, rosters } = file.value
  if (!app.towns.find(municipality))
    return {
      ok: false,
      problems: [{ path: 'municipality', message: `${municipality} is not served here` }],
    }
  const parties = new Set((await app.towns.get(municipality)).parties.keys())
  const problems = rosters.flatMap(({ contacts }, at) =>
    contacts.flatMap(({ organisation }, index) =>
      organisation === undefined || parties.has(organisation)
        ? []
        : [
            {
              path: `rosters[${at}].contacts[${index}].organisation`,
              message: `${organisation} is no party in ${municipality}`,
            },
          ],
    ),
  )
  if (problems.length > 0) return { ok: false, problems }
  const entered: { id: string; version: number }[] = []
  for (const roster of rosters) {
    const reaches = sealReaches(app.vault, municipality, roster)
    const order = { roster, reaches, enteredBy, parties }
    const answer = await app.committer.submit(municipality, enterRosters, order)
    if (!answer.accepted) throw new Error(`${answer.unknown.join(', ')}: no party any more`)
    entered.push({ id: roster.id, version: answer.version })
  }
  app.towns.touch(municipality)
  return { ok: true, municipality, entered }
}
