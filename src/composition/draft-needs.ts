import type { Committer } from '#journal'
import type { Clock } from '#kernel/clock'
import {
  type AgreementNeeds,
  changeDrafts,
  type DraftAnswer,
  type DraftCommand,
  enterAgreements,
} from '#modules/agreements'
import type { Pool } from '#platform/database'
import { knownNames } from './known-names.ts'
import { namesOf } from './names.ts'
import { readTownCoverage } from './read-coverage.ts'
import { differencesOfDraft, type SimulationStep, simulateDraft, withDraft } from './simulate.ts'
import type { Towns } from './town.ts'

type Needs = { pool: Pool; clock: Clock; committer: Committer; towns: Towns }

/** What the room of agreements needs of the rest: the names of a town, its places, and its cases of the past. */
export function createAgreementNeeds(needs: Needs): AgreementNeeds {
  const { pool, clock, committer, towns } = needs
  const running = new Set<string>()

  async function change(municipality: string, command: DraftCommand): Promise<DraftAnswer> {
    const answer = await committer.submit(municipality, changeDrafts, command)
    if (command.type === 'PutDraftInForce') towns.touch(municipality)
    return answer
  }

  /** A draft that is still one: what is settled has nothing left to try. */
  async function openDraft(municipality: string, id: string) {
    const found = await withDraft(pool, await towns.get(municipality), id, clock())
    if (typeof found === 'string') return found
    return found.row.status === 'draft' ? found : 'draft-settled'
  }

  return {
    pool,
    clock,
    namesOf: async (municipality, locale) => namesOf(await towns.get(municipality), locale),
    async enterAgreement(municipality, agreement, enteredBy) {
      const known = knownNames(await towns.get(municipality))
      const command = { agreements: [agreement], enteredBy, known }
      const answer = await committer.submit(municipality, enterAgreements, command)
      towns.touch(municipality)
      return answer
    },
    async enterRole(municipality, role, enteredBy) {
      const known = knownNames(await towns.get(municipality))
      const command = { agreements: [], roles: [role], enteredBy, known }
      const answer = await committer.submit(municipality, enterAgreements, command)
      towns.touch(municipality)
      return answer
    },
    async coverageOf(municipality, { draft, ...asked }) {
      const town = await towns.get(municipality)
      if (draft === undefined) return readTownCoverage(town, asked)
      const found = await withDraft(pool, town, draft, clock())
      if (typeof found === 'string') return found
      return readTownCoverage(town, { ...asked, agreements: found.agreements })
    },
    async changeDraft(municipality, command) {
      if (command.type === 'DropDraft')
        return change(municipality, { ...command, type: 'DropDraft' })
      const known = knownNames(await towns.get(municipality))
      return change(municipality, { ...command, known } as DraftCommand)
    },
    async simulate(municipality, { draft, by, ...period }) {
      if (running.has(municipality)) return 'simulation-running'
      running.add(municipality)
      const found = await openDraft(municipality, draft).catch((error: Error) => error)
      if (typeof found === 'string' || found instanceof Error) {
        running.delete(municipality)
        if (found instanceof Error) throw found
        return found
      }
      const town = await towns.get(municipality)
      const steps = simulateDraft(pool, town, found, period, clock())
      const note = (step: SimulationStep) => {
        if (!('result' in step)) return undefined
        const { cases, different } = step.result
        const { version } = found.row
        const figures = { digest: step.digest, cases, different, ...period, version }
        return change(municipality, { type: 'NoteSimulation', id: draft, by, figures })
      }
      return noting(steps, note, () => running.delete(municipality))
    },
    async differencesOf(municipality, { draft, ...asked }) {
      const found = await openDraft(municipality, draft)
      if (typeof found === 'string') return found
      const town = await towns.get(municipality)
      return differencesOfDraft(pool, town, found, { ...asked, now_ms: clock() })
    },
  }
}

async function* noting(
  steps: AsyncGenerator<SimulationStep>,
  note: (step: SimulationStep) => Promise<unknown> | undefined,
  onEnd: () => void,
): AsyncGenerator<SimulationStep> {
  try {
    for await (const step of steps) {
      await note(step)
      yield step
    }
  } finally {
    onEnd()
  }
}
