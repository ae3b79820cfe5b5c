// Runs before the first paint, so that the page never flashes in the wrong theme.
// Keep it in step with `src/ui/theme.ts` and `src/i18n/language.ts`, which own these two keys.
;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('tasktalk.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    const language = localStorage.getItem('tasktalk.language')
    if (language) root.lang = language
  } catch {
    // Storage is forbidden here: the system's theme and the browser's language it is.
  }
})()
