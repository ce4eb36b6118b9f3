type Waiting<Question, Answer> = {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Questions that come while others are being answered go out together, the next time; each gets its own answer.
 * When that fails each is asked apart, so that one that cannot be answered takes no other with it.
 */
export function gather<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  most = 256,
): (question: Question) => Promise<Answer> {
  const queue: Waiting<Question, Answer>[] = []
  let isAsking = false

  async function settle(some: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await ask(some.map(({ question }) => question))
      some.forEach(({ resolve }, i) => {
        resolve(answers[i] as Answer)
      })
    } catch (error) {
      if (some.length > 1) for (const one of some) await settle([one])
      else for (const { reject } of some) reject(error)
    }
  }

  async function run(): Promise<void> {
    while (queue.length > 0) await settle(queue.splice(0, most))
    isAsking = false
  }

  return (question) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    queue.push({ question, resolve, reject })
    if (!isAsking) setImmediate(() => void run())
    isAsking = true
    return promise
  }
}
