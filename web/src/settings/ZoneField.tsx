import { useId, useMemo } from 'react'
import { browserZone } from '../i18n/format'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { saveProfile, useProfile } from './profile'
import styles from './Settings.module.css'
import { groupZones } from './zones'

/** The zone in which the person's times are meant. */
export function ZoneField() {
  const text = useText()
  const zone = useProfile()?.timezone ?? ''
  const here = browserZone()
  const id = useId()
  const groups = useMemo(() => groupZones(Intl.supportedValuesOf('timeZone'), [zone, here]), [zone, here])
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{text('settings.zone.label')}</label>
      <select
        id={id}
        className={styles.select}
        value={zone}
        aria-describedby={`${id}-hint`}
        onChange={event => void saveProfile({ timezone: event.target.value || null })}
      >
        {!zone && <option value="">{text('settings.zone.none')}</option>}
        {groups.map(({ region, zones }) => (
          <optgroup key={region} label={region || text('settings.zone.other')}>
            {zones.map(({ id, city }) => (
              <option key={id} value={id}>
                {city}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p className={styles.note} id={`${id}-hint`}>
        {text('settings.zone.hint')}
      </p>
      {zone !== here && (
        <Button small onClick={() => void saveProfile({ timezone: here })}>
          {text('settings.zone.use', { zone: here })}
        </Button>
      )}
    </div>
  )
}
