import { useText } from '../i18n/language'
import { saveProfile, useProfile } from './profile'
import styles from './Settings.module.css'

/** Whether messages and tasks may leave this server for a language model. */
export function ModelSection() {
  const text = useText()
  const profile = useProfile()
  return (
    <div className={styles.fields}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={profile?.model_consent ?? false}
          aria-describedby="model-text"
          onChange={event => void saveProfile({ model_consent: event.target.checked })}
        />
        {text('settings.model.label')}
      </label>
      <p className={styles.note} id="model-text">
        {text('settings.model.text')}
      </p>
    </div>
  )
}
