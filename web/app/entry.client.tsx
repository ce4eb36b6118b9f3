import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { isLocale, LANGUAGES } from './messages/languages.ts'
import { GivenProvider } from './setting.ts'

const { lang } = document.documentElement
const words = await LANGUAGES[isLocale(lang) ? lang : 'nl'].load()

// In one go, as no transition would: halfway React has put the texts of fields back (`given-textarea.tsx`) and not yet
// given them to whoever types.
hydrateRoot(
  document,
  <GivenProvider value={{ words }}>
    <HydratedRouter />
  </GivenProvider>,
)
