// Loaded before a program that is to live in another time: `Date` is off by what the file says, and follows it.
import { readFileSync } from 'node:fs'

const file = process.env.STEPPED_CLOCK_FILE
const LOOK_EVERY_MS = 20

if (file !== undefined) {
  const RealDate = globalThis.Date
  const offset = () => Number(readFileSync(file, 'utf8'))
  let offset_ms = offset()
  const now = () => RealDate.now() + offset_ms
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self),
    get: (target, name, self) => (name === 'now' ? now : Reflect.get(target, name, self)),
  })
  setInterval(() => {
    offset_ms = offset()
  }, LOOK_EVERY_MS).unref()
}
