import type { CommandInput } from './command.ts'

export async function demo({ say }: CommandInput): Promise<void> {
  say('…')
}
