import type { Row } from './row.ts'
export async function benchDelivery(): Promise<Row[]> {
  return []
}
