import { Link } from '@nl-design-system-candidate/link-react'
import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { PageFooter, PageHeader } from '@utrecht/component-library-react'
import { PageBody } from '@utrecht/page-body-react'
import { PageLayout } from '@utrecht/page-layout-react'
import type { ReactNode } from 'react'
import { LANGUAGES, LOCALES } from '../messages/languages.ts'
import { APPEARANCES, useSetting, useWords } from '../setting.ts'
import { NAVIGATION } from './navigation.ts'

/** Where one works there is a menu of one's own, and one is enough: the name of the town leads to the other. */
const OFFICE = /^\/[^/]+\/(desk|administration)(\/|$)/

/** What stands around every page: the way past it, whose it is, where to go, and how one wants to read it. */
export function Frame({ children }: { children: ReactNode }) {
  const { frame } = useWords()
  return (
    <PageLayout>
      <SkipLink href="#content">{frame.skip}</SkipLink>
      <Header />
      <PageBody>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </PageBody>
      <Footer />
    </PageLayout>
  )
}

function Header() {
  const { frame } = useWords()
  const { town, theme, path } = useSetting()
  const here = path.split('?')[0] ?? ''
  const isOffice = OFFICE.test(here)
  return (
    <PageHeader className="page-header">
      <div className="utrecht-page-header__content page-header__row">
        <a className="page-header__brand" href={town ? `/${town.id}` : '/'}>
          {theme?.logo ? (
            <img className="page-header__logo" src={theme.logo} alt={town?.name ?? ''} />
          ) : (
            <>
              <Lantern />
              <span>{town?.name ?? 'Lantaarn'}</span>
            </>
          )}
        </a>
        {town && !isOffice && (
          <nav aria-label={frame.menu}>
            <ul className="page-header__links">
              {NAVIGATION.map(({ word, below }) => {
                const href = `/${town.id}${below}`
                return (
                  <li key={word}>
                    <a href={href} aria-current={href === here ? 'page' : undefined}>
                      {frame[word]}
                    </a>
                  </li>
                )
              })}
            </ul>
          </nav>
        )}
      </div>
    </PageHeader>
  )
}

function Footer() {
  const { frame } = useWords()
  const { town, locale, appearance, path, isSignedIn } = useSetting()
  const account = isSignedIn ? '/account' : '/sign-in'
  return (
    <PageFooter className="page-footer">
      <div className="utrecht-page-footer__content">
        <p>{frame.footer}</p>
        <form className="page-footer__choices" method="post" action="/preferences">
          <input type="hidden" name="to" value={path} />
          <fieldset>
            <legend>{frame.language}</legend>
            {LOCALES.map((one) => (
              <button
                type="submit"
                key={one}
                name="language"
                value={one}
                lang={one}
                aria-pressed={one === locale}
              >
                {LANGUAGES[one].name}
              </button>
            ))}
          </fieldset>
          <fieldset>
            <legend>{frame.appearance}</legend>
            {APPEARANCES.map((one) => (
              <button
                type="submit"
                key={one}
                name="appearance"
                value={one}
                aria-pressed={one === appearance}
              >
                {frame.appearances[one]}
              </button>
            ))}
          </fieldset>
        </form>
        <ul className="page-footer__links">
          <li>
            <Link href="/">{frame.home}</Link>
          </li>
          {town && (
            <li>
              <Link href={`/${town.id}/desk`}>{frame.desk}</Link>
            </li>
          )}
          {account !== path.split('?')[0] && (
            <li>
              <Link href={account}>{isSignedIn ? frame.account : frame.signIn}</Link>
            </li>
          )}
          <li>
            <Link href="/api/v1/openapi.json">{frame.api}</Link>
          </li>
        </ul>
      </div>
    </PageFooter>
  )
}

function Lantern() {
  return (
    <svg className="lantern" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 1v3M7 8l2-4h6l2 4" />
      <path className="lantern__glow" d="M7 8h10l-1.6 11H8.6z" />
      <path d="M7 8h10l-1.6 11H8.6zM8 22h8M9 19v3M15 19v3" />
    </svg>
  )
}
