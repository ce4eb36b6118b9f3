// A system that follows the public changes of a municipality. Node ≥ 20, one library.
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

const { API, KEY, PORT = '0', HOST = 'http://127.0.0.1' } = process.env
const seen = new Set() // keep this in your database: an event may come more than once, always under one id
let webhook

const server = createServer(async (request, response) => {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  let event
  try {
    // Before the secret is known the test event is refused, and comes again.
    event = webhook.verify(Buffer.concat(pieces).toString(), request.headers)
  } catch (error) {
    console.log(`refused: ${error.message}`)
    return response.writeHead(401).end()
  }
  response.writeHead(204).end() // from here it counts as taken
  if (seen.has(event.id)) return
  seen.add(event.id)
  console.log(`${event.type} ${event.subject} ${event.data.status ?? ''}`.trim())
})

server.listen(Number(PORT), async () => {
  const url = `${HOST}:${server.address().port}/`
  const answer = await fetch(`${API}/api/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url, filter: { types: ['CaseOpened', 'CaseDone', 'CaseConfirmed'] } }),
  })
  const { id, secret } = await answer.json()
  webhook = new Webhook(secret)
  console.log(`follows as ${id}: ${answer.status}`)
})
