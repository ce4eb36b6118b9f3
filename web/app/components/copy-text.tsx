import { Island } from './island.tsx'

/** Puts a text that is shown once on the clipboard; without a script, or a clipboard, the text is copied by hand. */
export function CopyText({ text, name, done }: { text: string; name: string; done: string }) {
  return (
    <Island name="copy-link">
      <copy-link data-text={text} data-done={done}>
        <button type="button" className="button button--quiet" hidden>
          {name}
        </button>{' '}
        <span role="status" />
      </copy-link>
    </Island>
  )
}
