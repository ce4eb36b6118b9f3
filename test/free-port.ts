import { createServer } from 'node:net'

/** Below those that a system gives to whoever asks for any, also to lines that lead out: nobody takes one by chance meanwhile. */
const FIRST = 12_000
const LAST = 32_000
const TRIES = 100

/** A port for a program that starts later, or again and again. What can tell its own port is started with 0 instead. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const isHeard = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
  await new Promise((resolve) => server.close(resolve))
  return isHeard
}
