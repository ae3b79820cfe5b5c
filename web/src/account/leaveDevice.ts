import { navigate } from 'wouter/use-browser-location'
import { signOut } from '../api/session'

/** What stays on the device for everybody: how the page looks. */
const KEPT = new Set(['tasktalk.theme', 'tasktalk.language'])

/**
 * Signs out on purpose: nothing of the person stays on the device, drafts included. (A session that ran out by itself
 * keeps them.)
 * @throws UnreachableError, ApiError: then they are still signed in.
 */
export async function leaveDevice(): Promise<void> {
  await signOut()
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) {
      if (name.startsWith('tasktalk.') && !KEPT.has(name)) storage.removeItem(name)
    }
  }
  navigate('/', { replace: true })
}
