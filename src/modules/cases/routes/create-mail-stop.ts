import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { CaseDoor } from '../door.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { type FollowNeeds, FollowView, followView, seeFollowed } from './follow-view.ts'

export const createMailStop = (needs: FollowNeeds & { cases: CaseDoor }) =>
  townOperation({
    method: 'post',
    path: '/mail-stops',
    operationId: 'createMailStop',
    tag: 'Following',
    summary: 'No more mail about the case to whoever holds this reporter’s link',
    success: { 201: 'No mail leaves any more; the case as it is now.' },
    answer: FollowView,
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller: { municipality, link }, locale }, refuse) {
      const followed = link && (await seeFollowed(needs, municipality, link))
      if (!link || !followed) return refuse('case-not-found')
      const answer = await needs.cases(municipality, {
        type: 'StopReporter',
        caseId: followed.life.state.id,
        signalId: followed.signalId,
      })
      if (answer.status !== 'accepted') throw new Error(`stopping cannot be ${answer.status}`)
      const now = (await seeFollowed(needs, municipality, link)) ?? followed
      const at = { locale, now_ms: needs.clock() }
      return { status: 201, body: followView(municipality, now, at) }
    },
  })
