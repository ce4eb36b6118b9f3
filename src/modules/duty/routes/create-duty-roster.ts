import { z } from '@hono/zod-openapi'
import type { Committer } from '#journal'
import { townOperation } from '#modules/directory'
import { among, hrefOf } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { enterRosters } from '../commands.ts'
import { DUTY_PROBLEMS } from '../problems.ts'
import { sealReaches } from '../sealing.ts'
import { DutyRosterBody } from './duty-roster-body.ts'

export type RosterNeeds = {
  vault: Vault
  committer: Committer
  /** The organisations that are a party in this municipality. */
  partiesOf: (municipality: string) => Promise<ReadonlySet<string>>
  /** Its rules have to be made anew. */
  onEntered: (municipality: string) => void
}

const Entered = z
  .object({ href: z.string(), id: z.string(), version: z.int() })
  .openapi('DutyRosterEntered')

export const createDutyRoster = ({ vault, committer, partiesOf, onEntered }: RosterNeeds) =>
  townOperation({
    method: 'post',
    path: '/duty-rosters',
    operationId: 'createDutyRoster',
    tag: 'Danger',
    summary: 'Enter a duty roster, or a new version of one',
    description:
      'It counts for whoever is called from now on. The roster `danger` is used wherever the agreement names no other. How contacts are reached is kept sealed; the ids of contacts stand in the journal: give them the names of functions.',
    body: DutyRosterBody,
    success: { 201: 'It is in force from now on.' },
    answer: Entered,
    answerHeaders: { Location: 'Where the rosters are.' },
    problems: among(DUTY_PROBLEMS, 'duty-organisation-unknown'),
    async handle({ caller: { municipality, by }, body }, refuse) {
      const answer = await committer.submit(municipality, enterRosters, {
        roster: body,
        reaches: sealReaches(vault, municipality, body),
        enteredBy: by,
        parties: await partiesOf(municipality),
      })
      if (!answer.accepted)
        return refuse(answer.reason, { detail: `Not known here: ${answer.unknown.join(', ')}.` })
      onEntered(municipality)
      const href = hrefOf(['duty-rosters'], { municipality })
      return {
        status: 201,
        headers: { location: href },
        body: { href, id: body.id, version: answer.version },
      }
    },
  })
