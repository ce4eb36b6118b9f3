import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assignmentToldBy } from '#modules/delivery'
import { isByMail } from '#platform/by-mail'
import type { Mail } from '#platform/mail'
import type { Message, Sent } from '#platform/outbox'
import { createMailSender } from './mail-sender.ts'

const MESSAGE: Message = {
  tenant: 'GM9801',
  id: '0197f2a0-1111-7222-8333-444455556666',
  destination: 'mail',
  ordering_key: 'signal',
  sequence: 1,
  type: 'nl.lantaarn.tried.v1',
  body: {},
  created_at: 0,
  due_at: 0,
  attempts: 1,
}

const DAY_MS = 86_400_000

async function sentOf(message: Message, answer: Sent = { isDelivered: true }, now_ms = 0) {
  const mails: Mail[] = []
  const send = createMailSender({
    mailer: {
      async send(mail) {
        mails.push(mail)
        return answer
      },
    },
    clock: () => now_ms,
    around: () => (work) => work(),
    composers: {
      'nl.lantaarn.tried.v1': async () => ({ to: 'a@b.example', subject: 'One', text: 'Two' }),
      'nl.lantaarn.report.step.v1': async () => ({ to: 'a@b.example', subject: 'One', text: '2' }),
      'nl.lantaarn.nobody.v1': async () => undefined,
    },
  })
  return { sent: await send(message), mails }
}

describe('a message that leaves by mail', () => {
  it('is written by the composer of its type and bears its own id', async () => {
    const { sent, mails } = await sentOf(MESSAGE)
    assert.deepEqual(sent, { isDelivered: true })
    assert.deepEqual(mails, [
      { to: 'a@b.example', subject: 'One', text: 'Two', messageId: MESSAGE.id },
    ])
  })

  it('with nobody to write to counts as delivered, and nothing is sent', async () => {
    const { sent, mails } = await sentOf({ ...MESSAGE, type: 'nl.lantaarn.nobody.v1' })
    assert.deepEqual([sent, mails], [{ isDelivered: true }, []])
  })

  it('of a type that no mail is written of stays where it is', async () => {
    for (const type of ['nl.lantaarn.unknown.v1', 'toString']) {
      const { sent, mails } = await sentOf({ ...MESSAGE, type })
      assert(!sent.isDelivered && sent.isOfMessage && mails.length === 0)
    }
  })

  it('to a reporter waits for a person once the mailbox has refused it for a month, and no other does', async () => {
    const refusal = { isDelivered: false, error: 'answered 550', isOfMessage: true } as const
    const away = { isDelivered: false, error: 'cannot be reached' } as const
    const report = { ...MESSAGE, type: 'nl.lantaarn.report.step.v1' }
    const waits = async (message: Message, answer: Sent, days: number) => {
      const { sent } = await sentOf(message, answer, days * DAY_MS)
      return !sent.isDelivered && sent.waitsForPerson === true
    }
    assert.equal(await waits(report, refusal, 30), true)
    assert.equal(await waits(report, refusal, 29), false)
    assert.equal(await waits(report, away, 90), false, 'that is no fault of the mailbox')
    assert.equal(await waits(MESSAGE, refusal, 90), false)
  })

  it('is told by its destination, and no organisation is taken for it', () => {
    for (const destination of ['mail', 'mail/lichtwerk']) assert(isByMail(destination))
    for (const destination of ['lichtwerk', 'mailbox', 'Mail']) assert(!isByMail(destination))
  })
})

describe('the assignment that a message tells its party of', () => {
  it('is told by the type of the message, whatever its key looks like', () => {
    const of = (type: string) => assignmentToldBy({ type, ordering_key: 'a' })
    for (const kind of ['offered', 'changed', 'reopened', 'withdrawn'])
      assert.equal(of(`nl.lantaarn.assignment.${kind}.v1`), 'a')
    for (const type of ['nl.lantaarn.assignment.informed.v1', 'nl.lantaarn.report.v1'])
      assert.equal(of(type), undefined)
  })
})
