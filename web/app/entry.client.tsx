import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { isLocale, LANGUAGES } from './messages/languages.ts'
import { GivenProvider } from './setting.ts'

const { lang } = document.documentElement
const words = await LANGUAGES[isLocale(lang) ? lang : 'nl'].load()

startTransition(() => {
  hydrateRoot(
    document,
    <GivenProvider value={{ words }}>
      <HydratedRouter />
    </GivenProvider>,
  )
})
