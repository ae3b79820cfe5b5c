import { useText } from '../i18n/language'

/** Profile, zone, language, theme, tokens, export. */
export default function SettingsPage() {
  const text = useText()
  return <h1>{text('settings.title')}</h1>
}
