/** Reminders. */
export const reminders = {
  'reminder.list': 'Reminders',
  'reminder.title': 'Reminder',
  'reminder.late': '{minutes} min late',
  'reminder.done': 'Done',
  'reminder.snooze': { one: 'In {count} minute', other: 'In {count} minutes' },
  'reminder.later': 'Later',
  'reminder.hour': 'In an hour',
  'reminder.tomorrow': 'Tomorrow at nine',
  'reminder.reschedule': 'Another time …',
  'reminder.newDue': 'New time for “{title}”',
  'reminder.dismiss': 'Dismiss',
  'reminder.allow': 'Notify me when I look elsewhere',
  'reminder.more': { one: 'and {count} more', other: 'and {count} more' },
} as const
