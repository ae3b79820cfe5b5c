import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'

/** Read by `public/before-paint.js` too. */
const KEY = 'tasktalk.theme'

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

interface ThemeStore {
  theme: Theme
  setTheme: (theme: Theme) => void
}

/** The theme the person chose on this device. `system` follows the operating system. */
export const useTheme = create<ThemeStore>(set => ({
  theme: stored(),
  setTheme: theme => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    try {
      if (theme === 'system') localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, theme)
    } catch {
      // Not kept, but it holds for this tab.
    }
    set({ theme })
  },
}))
