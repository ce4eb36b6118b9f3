import { readFile } from 'node:fs/promises'
import { problemLines } from '#languages/yaml'
import { type OidcProvider, parseOidcFile } from '#modules/identity'
import { UsageError } from './command.ts'

/** The OIDC providers of the settings, or every problem of their file. */
export async function readOidcProviders(
  file: string | undefined,
): Promise<readonly OidcProvider[]> {
  if (file === undefined) return []
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`OIDC_FILE cannot be read: ${(error as Error).message}.`)
  }
  const read = parseOidcFile(text)
  if (!read.ok) throw new UsageError(problemLines(file, read.problems))
  return read.value
}
