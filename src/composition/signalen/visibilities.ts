import { z } from '@hono/zod-openapi'
import { type ReadFile, readYaml } from '#languages/yaml'
import { VISIBILITIES } from '#modules/categories'

export type Visibility = (typeof VISIBILITIES)[number]

const Visibilities = z.record(z.string().max(64), z.enum(VISIBILITIES))

/** Slug ▸ who may see its cases, from YAML. */
export function parseVisibilities(text: string): ReadFile<Record<string, Visibility>> {
  return readYaml(text, Visibilities)
}
