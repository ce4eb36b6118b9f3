import { stringify } from 'yaml'

/** YAML 1.2 for people to read on in; `head` stands above it as a comment. */
export function writeYaml(value: unknown, head: readonly string[] = []): string {
  const comment = head.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('')
  return comment + stringify(value, { lineWidth: 110, aliasDuplicateObjects: false })
}
