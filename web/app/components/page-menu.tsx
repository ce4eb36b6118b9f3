import type { ReactNode } from 'react'
import { Island } from './island.tsx'

type Props = {
  /** What it is a menu of: heard, and read where no page of it is open. */
  label: string
  links: readonly { href: string; name: string; current: 'page' | 'true' | undefined }[]
  children?: ReactNode
}

/** Where to go within a part of the site: beside one another where there is room, else behind one line. */
export function PageMenu({ label, links, children }: Props) {
  const open = links.find(({ current }) => current !== undefined)
  return (
    <nav aria-label={label}>
      <Island name="page-menu">
        <page-menu>
          <details className="page-menu">
            <summary>
              {label}
              {open && <strong>{open.name}</strong>}
            </summary>
            <ul className="page-menu__links">
              {links.map(({ href, name, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
            {children}
          </details>
        </page-menu>
      </Island>
    </nav>
  )
}
