import { parse, stringify } from 'yaml'

/** YAML 1.2 for people to read on in; `head` stands above it as a comment. */
export function writeYaml(value: unknown, head: readonly string[] = []): string {
  const comment = head.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('')
  return comment + stringify(value, { lineWidth: 110, aliasDuplicateObjects: false })
}

/** The items of one list, of which each begins with `- ` at the first column, read one by one. */
export async function* readYamlList(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  let item: string[] = []
  for await (const line of lines) {
    if (line.startsWith('- ') && item.length > 0) {
      yield itemOf(item)
      item = []
    }
    if (!line.startsWith('#')) item.push(line)
  }
  if (item.length > 0) yield itemOf(item)
}

function itemOf(lines: readonly string[]): unknown {
  const [item] = parse(lines.join('\n'), { maxAliasCount: 0 }) as unknown[]
  return item
}
