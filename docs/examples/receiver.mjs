// A party's whole software: it takes assignments over, by the signed webhook and the API. Node ≥ 20, one library.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

const { SECRET, API, KEY, PORT = '0' } = process.env
const webhook = new Webhook(SECRET)
const seen = new Set() // keep this in your database: a message may come more than once, always under one id

async function accept({ id, revision }) {
  const answer = await fetch(`${API}/api/v1/assignments/${id}/answers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'if-match': `"${revision}"`, // refused with 412 when the assignment has changed since
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ answer: 'accepted' }),
  })
  console.log(`accepted ${id}: ${answer.status}`)
}

const server = createServer(async (request, response) => {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  let event
  try {
    event = webhook.verify(Buffer.concat(pieces).toString(), request.headers)
  } catch (error) {
    console.log(`refused: ${error.message}`)
    return response.writeHead(401).end()
  }
  response.writeHead(204).end() // from here it counts as received
  if (seen.has(event.id)) return
  seen.add(event.id)
  if (event.type === 'nl.lantaarn.assignment.test.v1') return // a test of the connection: nothing to do
  console.log(`${event.type} ${event.data.case.number}`)
  if (event.type === 'nl.lantaarn.assignment.offered.v1') await accept(event.data.assignment)
})
server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`))
