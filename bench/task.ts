import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Has another process do one task of this folder, so that what measures takes no time of what is measured. */
export async function inOwnProcess<Task, Result>(file: string, task: Task): Promise<Result> {
  const program = fileURLToPath(new URL(file, import.meta.url))
  // Advanced: infinity stays what it is. No flags: a profile is asked of the program, not of its measure.
  const child = fork(program, { serialization: 'advanced', execArgv: [] })
  const ended = once(child, 'exit')
  child.send(task as object)
  const [result] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`${file} ended with ${code} and no result`)
    }),
  ])
  child.disconnect()
  await ended
  return result as Result
}

/** The other side: takes the task, does it, and sends the result. */
export async function doTask<Task, Result>(work: (task: Task) => Promise<Result>): Promise<void> {
  const [task] = await once(process, 'message')
  process.send?.(await work(task as Task))
}
