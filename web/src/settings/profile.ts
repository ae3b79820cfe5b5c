import { updateProfile } from '../api/client'
import { ApiError, UnreachableError } from '../api/problem'
import { profileChanged, useSession } from '../api/session'
import type { User } from '../api/types'
import { text } from '../i18n/language'
import { dismissToast, toast, toastError } from '../ui/toast'

/** A failure in words. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreachableError) return text('error.unreachable')
  if (error instanceof ApiError) return Object.values(error.fields)[0] ?? error.detail
  return text('error.crash')
}

/** The toast that tells of the last saving: one is enough. */
let told = 0

/** Changes the profile here and on the server; answers whether it worked. */
export async function saveProfile(patch: Parameters<typeof updateProfile>[0]): Promise<boolean> {
  try {
    profileChanged(await updateProfile(patch))
    dismissToast(told)
    told = toast(text('settings.saved'))
    return true
  } catch (error) {
    toastError(text('settings.notSaved', { reason: reasonOf(error) }))
    return false
  }
}

/** Changes one of the page's settings; the server takes them as a whole. */
export function saveSetting(name: string, value: unknown): Promise<boolean> {
  const settings = useSession.getState().user?.settings ?? {}
  return saveProfile({ settings: { ...settings, [name]: value } })
}

/** The profile of who is signed in; the settings are shown to no one else. */
export const useProfile = (): User | null => useSession(session => session.user)
