// Before the theme, which sets their tokens; the build takes these styles out of scripts (web/styles-of-scripts.ts).
import '@nl-design-system-candidate/button-react/css'
import '@nl-design-system-candidate/heading-react/css'
import '@nl-design-system-candidate/link-react/css'
import '@nl-design-system-candidate/paragraph-react/css'
import '@nl-design-system-candidate/skip-link-react/css'
