import { Link } from '@nl-design-system-candidate/link-react'
import { BreadcrumbNav, BreadcrumbNavLink } from '@utrecht/component-library-react'

/** Where the page stands, from the town down; their part between two links has a `style`, which our policy refuses. */
export function Breadcrumb({
  label,
  trail,
}: {
  label: string
  trail: readonly { href: string; name: string }[]
}) {
  return (
    <BreadcrumbNav aria-label={label}>
      {trail.map(({ href, name }, i) => (
        <BreadcrumbNavLink key={href} href={href} index={i} Link={Link}>
          {name}
        </BreadcrumbNavLink>
      ))}
    </BreadcrumbNav>
  )
}
