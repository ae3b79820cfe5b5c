/** When a task with a time reminds: `settings.reminders` of the profile. */
export interface ReminderSetting {
  when: 'never' | 'at_time' | 'before'
  minutes_before: number
}

export const LONGEST_BEFORE = 24 * 60
const DEFAULT: ReminderSetting = { when: 'at_time', minutes_before: 10 }

/** Reads the setting; what is missing or no setting at all is the default: at the time. */
export function readReminderSetting(settings: Record<string, unknown> | undefined): ReminderSetting {
  const stored = (settings?.reminders ?? {}) as Partial<ReminderSetting>
  const when = stored.when === 'never' || stored.when === 'before' ? stored.when : DEFAULT.when
  const minutes = Number(stored.minutes_before)
  return { when, minutes_before: plausibleMinutes(minutes) ? minutes : DEFAULT.minutes_before }
}

/** Whole minutes, up to a day. */
export const plausibleMinutes = (minutes: number) =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_BEFORE
