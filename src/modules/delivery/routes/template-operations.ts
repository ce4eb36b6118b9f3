import type { AnyOperation } from '#modules/directory'
import { createTemplatePreview, type PreviewNeeds } from './create-template-preview.ts'
import { deleteTemplate } from './delete-template.ts'
import { listTemplates } from './list-templates.ts'
import { type ChangingNeeds, replaceTemplate } from './replace-template.ts'

export function templateOperations(needs: ChangingNeeds & PreviewNeeds): AnyOperation[] {
  return [
    listTemplates(needs),
    replaceTemplate(needs),
    deleteTemplate(needs),
    createTemplatePreview(needs),
  ]
}
