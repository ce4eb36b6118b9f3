import { townOperation } from '#modules/directory'
import { pageOf } from '#platform/page'
import { type FollowNeeds, FollowView, followView, seeFollowed } from './follow-view.ts'

export const listFollows = (needs: FollowNeeds) =>
  townOperation({
    method: 'get',
    path: '/follows',
    operationId: 'listFollows',
    tag: 'Following',
    summary: 'The case that a reporter’s link is about, as the reporter may see it',
    description: 'Also of what is confidential or shows only its status. It changes nothing.',
    success: { 200: 'One case, or none where the report is gone.' },
    answer: pageOf(FollowView, 'Follows'),
    problems: {},
    async handle({ caller: { municipality, link }, locale }) {
      const followed = link && (await seeFollowed(needs, municipality, link))
      const at = { locale, now_ms: needs.clock() }
      return { body: { items: followed ? [followView(municipality, followed, at)] : [] } }
    },
  })
