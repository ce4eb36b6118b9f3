import { fileURLToPath } from 'node:url'
import { runCommandLine } from './command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  project: fileURLToPath(new URL('..', import.meta.url)),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
})
