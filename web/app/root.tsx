import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import bold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url'
import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
} from 'react-router'
import { ClosedDeskPage, isClosedDesk } from './components/closed-desk-page.tsx'
import { EndedPage, isEndedForm } from './components/ended-page.tsx'
import { MissingPage, TroublePage, UnreadPage } from './components/error-pages.tsx'
import { Frame } from './components/frame.tsx'
import { useNonce, useSetting } from './setting.ts'
import { visitContext } from './visit.ts'
import './theme/candidate.ts'
import './theme/theme.css'

/** Named before any stylesheet asks for them: what comes late is not used at all, and a page would mix two typefaces. */
const FONTS = [regular, bold]

/** What a route may say of itself, by exporting `handle`. */
export type Handle = {
  /** Whether the page runs in the browser too. A page for residents does not: it ships no framework. */
  hydrates?: boolean
}

export function loader({ context }: LoaderFunctionArgs) {
  const { locale, appearance, path, isSignedIn, islands, town, theme } = context.get(visitContext)
  const own = { ...(town && { town }), ...(theme && { theme }) }
  return { locale, appearance, path, isSignedIn, islands, ...own }
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, appearance, theme } = useSetting()
  const nonce = useNonce()
  const hydrates = useMatches().some(({ handle }) => (handle as Handle | undefined)?.hydrates)
  return (
    <html lang={locale} className="voorbeeld-theme lantaarn" data-appearance={appearance}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        {FONTS.map((font) => (
          <link
            key={font}
            rel="preload"
            href={font}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        ))}
        <Meta />
        <Links />
        {theme && <link rel="stylesheet" href={theme.stylesheet} />}
      </head>
      <body>
        <Frame>{children}</Frame>
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Of a form that was none, or too long. */
const UNREAD = new Set([400, 413])

export function ErrorBoundary() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && isEndedForm(error.data)) return <EndedPage form={error.data} />
  if (isRouteErrorResponse(error) && isClosedDesk(error.data))
    return <ClosedDeskPage closed={error.data} />
  if (!isRouteErrorResponse(error) || error.status >= 500) return <TroublePage />
  return UNREAD.has(error.status) ? <UnreadPage /> : <MissingPage />
}
