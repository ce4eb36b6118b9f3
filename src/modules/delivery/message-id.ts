import { v5 } from 'uuid'

/** A namespace of our own: the same assignment and revision always give the same message id. */
const NAMESPACE = '6d0f1d5e-6a3c-5b57-9c54-8c2c9a1f6b11'

/** RFC 9562 version 5: derived from its name, so that a decision made again makes the same message. */
export function uuidv5(name: string): string {
  return v5(name, NAMESPACE)
}
