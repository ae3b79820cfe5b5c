import type { reminders as english } from '../en/reminders'
import type { Translation } from '../text'

export const reminders: Translation<typeof english> = {
  'reminder.list': 'Recordatorios',
  'reminder.title': 'Recordatorio',
  'reminder.late': '{minutes} min tarde',
  'reminder.done': 'Hecho',
  'reminder.snooze': { one: 'En {count} minuto', other: 'En {count} minutos' },
  'reminder.later': 'Más tarde',
  'reminder.hour': 'En una hora',
  'reminder.tomorrow': 'Mañana a las nueve',
  'reminder.reschedule': 'Otra hora …',
  'reminder.newDue': 'Nueva hora para «{title}»',
  'reminder.dismiss': 'Descartar',
  'reminder.snoozed': '«{title}» avisa otra vez: {when}',
  'reminder.dismissed': 'Descartado. «{title}» sigue en tu lista.',
  'reminder.moved': '«{title}» vence: {when}',
  'reminder.past': 'Esa hora ya pasó. Elige una que esté por llegar.',
  'reminder.allow': 'Avisarme cuando mire a otro lado',
  'reminder.more': { one: 'y {count} más', other: 'y {count} más' },
}
