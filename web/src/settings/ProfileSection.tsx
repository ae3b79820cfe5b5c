import { useText } from '../i18n/language'
import { useDraft } from '../tasks/useDraft'
import { Field } from '../ui/Field'
import { saveProfile, useProfile } from './profile'
import styles from './Settings.module.css'
import { ZoneField } from './ZoneField'

/** Name, e-mail address and zone. */
export function ProfileSection() {
  const text = useText()
  const profile = useProfile()
  const name = useDraft(profile?.name ?? '', typed => void saveProfile({ name: typed.trim() || null }))
  return (
    <div className={styles.fields}>
      <Field
        label={text('settings.profile.name')}
        hint={text('settings.profile.nameHint')}
        autoComplete="name"
        maxLength={200}
        value={name.text}
        onChange={event => name.change(event.target.value)}
        onBlur={name.commit}
        onKeyDown={event => event.key === 'Enter' && name.commit()}
      />
      {profile?.email && (
        <Field label={text('settings.profile.email')} type="email" readOnly value={profile.email} />
      )}
      <ZoneField />
    </div>
  )
}
