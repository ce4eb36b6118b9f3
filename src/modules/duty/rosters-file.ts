import { z } from '@hono/zod-openapi'
import { type ReadFile, readYaml } from '#languages/yaml'
import { DutyRoster } from './roster.ts'

const RostersFile = z.strictObject({
  municipality: z.string().regex(/^GM\d{4}$/, 'a municipality is its CBS code, such as GM0228'),
  rosters: z.array(DutyRoster).min(1).max(100),
})
export type RostersFile = z.infer<typeof RostersFile>

/** Reads duty rosters from YAML; every problem is told at once, with its line. */
export function parseRostersFile(text: string): ReadFile<RostersFile> {
  return readYaml(text, RostersFile, ({ rosters }) => {
    const ids = rosters.map(({ id }) => id)
    return ids.flatMap((id, at) =>
      ids.indexOf(id) === at
        ? []
        : [{ path: ['rosters', at, 'id'], message: `${id} is also rosters[${ids.indexOf(id)}]` }],
    )
  })
}
