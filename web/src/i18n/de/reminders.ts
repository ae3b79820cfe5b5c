import type { reminders as english } from '../en/reminders'
import type { Translation } from '../text'

export const reminders: Translation<typeof english> = {
  'reminder.list': 'Erinnerungen',
  'reminder.title': 'Erinnerung',
  'reminder.late': '{minutes} Min. verspätet',
  'reminder.done': 'Erledigt',
  'reminder.snooze': { one: 'In {count} Minute', other: 'In {count} Minuten' },
  'reminder.later': 'Später',
  'reminder.hour': 'In einer Stunde',
  'reminder.tomorrow': 'Morgen um neun',
  'reminder.reschedule': 'Andere Zeit …',
  'reminder.newDue': 'Neue Zeit für „{title}“',
  'reminder.dismiss': 'Verwerfen',
  'reminder.snoozed': '„{title}“ erinnert wieder: {when}',
  'reminder.dismissed': 'Verworfen. „{title}“ bleibt auf deiner Liste.',
  'reminder.moved': '„{title}“ ist fällig: {when}',
  'reminder.past': 'Diese Zeit ist vorbei. Wähle eine, die noch kommt.',
  'reminder.allow': 'Auch benachrichtigen, wenn ich woanders bin',
  'reminder.more': { one: 'und {count} weitere', other: 'und {count} weitere' },
}
