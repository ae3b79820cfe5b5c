import { LANGUAGES, type Language, setLanguage, useLanguage, useText } from '../i18n/language'
import { type Theme, useTheme } from '../ui/theme'
import { toastError } from '../ui/toast'
import { Choices } from './Choices'
import { reasonOf, saveProfile } from './profile'
import styles from './Settings.module.css'

const THEMES: Theme[] = ['system', 'light', 'dark']

/** The page's language, which is also the one that answers are in when a message is in none; and its colours. */
export function AppearanceSection() {
  const text = useText()
  const { theme, setTheme } = useTheme()
  const language = useLanguage(store => store.language)
  const speak = async (chosen: Language) => {
    try {
      await setLanguage(chosen)
      await saveProfile({ locale: useLanguage.getState().locale })
    } catch (error) {
      toastError(text('settings.notSaved', { reason: reasonOf(error) }))
    }
  }
  return (
    <div className={styles.fields}>
      <Choices
        label={text('settings.page.language')}
        value={language}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }))}
        onChange={chosen => void speak(chosen)}
      />
      <Choices
        label={text('settings.page.theme')}
        value={theme}
        options={THEMES.map(value => ({ value, label: text(`settings.page.theme.${value}`) }))}
        onChange={setTheme}
      />
    </div>
  )
}
