import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { makeWebhookSecret, signWebhook } from './index.ts'

const body = '{"specversion":"1.0","data":{"straat":"Café 💡"}}'
const now_s = () => Math.floor(Date.now() / 1000)

describe('Standard Webhooks', () => {
  test('the published vector', () => {
    const headers = signWebhook({
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp_s: 1614265330,
      body: '{"test": 2432232314}',
    })
    assert.deepEqual(headers, {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('a receiver can verify it', () => {
    const secret = makeWebhookSecret()
    const headers = signWebhook({ secret, id: 'evt_1', timestamp_s: now_s(), body })
    assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body))
  })

  test('a changed body, id, time or secret is refused', () => {
    const secret = makeWebhookSecret()
    const headers = signWebhook({ secret, id: 'evt_1', timestamp_s: now_s(), body })
    const receiver = new Webhook(secret)
    const refuses = (receive: () => unknown) => assert.throws(receive, WebhookVerificationError)
    refuses(() => receiver.verify(`${body} `, headers))
    refuses(() => receiver.verify(body, { ...headers, 'webhook-id': 'evt_2' }))
    refuses(() => receiver.verify(body, { ...headers, 'webhook-timestamp': `${now_s() + 1}` }))
    refuses(() => new Webhook(makeWebhookSecret()).verify(body, headers))
  })

  test('each attempt has its own time and signature; what is older than five minutes is refused', () => {
    const secret = makeWebhookSecret()
    const old = signWebhook({ secret, id: 'evt_1', timestamp_s: now_s() - 301, body })
    const retry = signWebhook({ secret, id: 'evt_1', timestamp_s: now_s(), body })
    assert.equal(old['webhook-id'], retry['webhook-id'])
    assert.notEqual(old['webhook-signature'], retry['webhook-signature'])
    assert.throws(() => new Webhook(secret).verify(body, old), /too old/)
  })

  test('an id with a dot, which would make the signed text ambiguous, is refused', () => {
    const secret = makeWebhookSecret()
    assert.throws(() => signWebhook({ secret, id: 'a.b', timestamp_s: 1, body }), /webhook-id/)
  })

  test('a secret is whsec_ and 32 bytes, and never the same', () => {
    assert.match(makeWebhookSecret(), /^whsec_[A-Za-z0-9+/]{43}=$/)
    assert.notEqual(makeWebhookSecret(), makeWebhookSecret())
  })
})
