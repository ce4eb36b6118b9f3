import type { CommandInput } from './command.ts'
export async function importAgreements(_: CommandInput): Promise<void> {}
export async function importBgt(_: CommandInput): Promise<void> {}
export async function importMunicipalities(_: CommandInput): Promise<void> {}
