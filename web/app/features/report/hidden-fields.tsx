import { type Draft, fieldsOf } from './draft.ts'

/** A draft within a form, without what the form itself asks. */
export function HiddenFields({
  draft,
  without = [],
}: {
  draft: Draft
  without?: readonly string[]
}) {
  return (
    <>
      {fieldsOf(draft)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
    </>
  )
}
