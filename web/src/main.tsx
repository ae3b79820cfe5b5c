import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { resume } from './api/session'
import { startLanguage } from './i18n/language'
import './ui/tokens.css'
import './ui/base.css'

const root = document.getElementById('root')
if (root) {
  void resume()
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js').catch(() => {})
  void startLanguage().then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )
}
