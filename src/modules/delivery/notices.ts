import type { Changed, Notice, Rules } from '#modules/cases'
import { noticeOf } from './assignment-message.ts'
import { reporterNotices } from './reporter-notices.ts'
import { wrongfulNotices } from './wrongful-message.ts'

/** All that has to leave because a case changed: to parties, and to whoever reported it. */
export function noticesOf(
  municipality: string,
  changed: Changed,
  rules: Rules,
  now_ms: number,
): Notice {
  const all = [noticeOf, reporterNotices, wrongfulNotices].map((of) =>
    of(municipality, changed, rules, now_ms),
  )
  return {
    messages: all.flatMap(({ messages }) => messages),
    takeBack: all.flatMap(({ takeBack }) => takeBack),
  }
}
