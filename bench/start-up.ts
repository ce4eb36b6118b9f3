import type { Row } from './row.ts'
export async function benchStartUp(): Promise<Row[]> {
  return []
}
