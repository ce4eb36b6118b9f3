import type { Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'
import { signedIn } from '../../session.ts'
import type { Visit } from '../../visit.ts'

/** Who has signed in, with what their forms bring back; anybody else is led to where they can. */
export async function readMe(visit: Visit): Promise<{ me: Told['Me']; formToken: string }> {
  const { formToken } = signedIn(visit)
  return { me: told(await visit.api.GET('/me')), formToken }
}
