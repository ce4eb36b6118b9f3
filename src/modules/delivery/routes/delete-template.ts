import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { DELIVERY_PROBLEMS } from '../problems.ts'
import { type ChangingNeeds, templateNow } from './replace-template.ts'
import { namedIn, TemplatePath, TemplateView } from './template-view.ts'

export const deleteTemplate = (needs: ChangingNeeds) =>
  townOperation({
    method: 'delete',
    path: '/templates/{step}/{locale}',
    operationId: 'deleteTemplate',
    tag: 'Mail texts',
    summary: 'Go back to the program’s own words',
    parameters: { path: TemplatePath },
    success: { 200: 'The text as it is used now; the same where there was no other.' },
    answer: TemplateView,
    problems: among(DELIVERY_PROBLEMS, 'template-not-found'),
    async handle({ caller, path }, refuse) {
      const named = namedIn(path)
      if (!named) return refuse('template-not-found')
      const answer = await needs.changeMailText(caller.municipality, { ...named, by: caller.by })
      if (!answer.accepted) throw new Error('going back to the default cannot be refused')
      return { body: await templateNow(needs, caller.municipality, named) }
    },
  })
