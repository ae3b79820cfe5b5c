import { useState } from 'react'
import type { Recurrence, Task } from '../api/types'
import { useLanguage, useText } from '../i18n/language'
import { change } from './actions'
import { CustomRule } from './CustomRule'
import { dayOf } from './model/due'
import { PRESETS, type Preset, presetOf, ruleOf, weekdayOf, writeRule } from './model/rule'
import { weekdayName } from './model/ruleLabel'
import { asUtc, type Wall } from './model/wall'
import styles from './TaskEditor.module.css'
import { ruleText } from './useLabels'

type Mode = NonNullable<Recurrence['mode']>
const MODES: Mode[] = ['catch_up', 'fixed', 'after_completion']

/** How a task repeats: the usual rules by name, any other in its parts. */
export function RepeatField({ task, now }: { task: Task; now: Wall }) {
  const text = useText()
  const locale = useLanguage(store => store.locale)
  const day = task.due ? dayOf(task.due) : now.slice(0, 10)
  const found = presetOf(task.recurrence?.rrule, day)
  const [custom, setCustom] = useState(false)
  const chosen = custom || found === 'custom' ? 'custom' : found

  const save = (recurrence: Recurrence | null) => {
    // A repeating task has a date: its next occurrence.
    const first = recurrence && !task.due ? { due: { date: day } } : {}
    void change(task, { ...first, recurrence })
  }
  const choose = (preset: Preset | 'custom') => {
    setCustom(preset === 'custom')
    if (preset === 'custom') return
    const mode = task.recurrence?.mode
    save(preset === 'none' ? null : { rrule: writeRule(ruleOf(preset, day)), ...(mode ? { mode } : {}) })
  }
  const names: Record<Preset, string> = {
    none: text('tasks.repeat.none'),
    daily: text('tasks.repeat.daily'),
    weekdays: text('tasks.repeat.weekdays'),
    weekly: text('tasks.repeat.weekly', { day: weekdayName(weekdayOf(day), locale, 'long') }),
    biweekly: text('tasks.repeat.biweekly', { day: weekdayName(weekdayOf(day), locale, 'long') }),
    monthly: text('tasks.repeat.monthly', { day: Number(day.slice(8)) }),
    yearly: text('tasks.repeat.yearly', {
      date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        asUtc(day),
      ),
    }),
  }

  return (
    <>
      <select
        className={styles.input}
        aria-label={text('tasks.repeat.label')}
        value={chosen}
        onChange={event => choose(event.target.value as Preset | 'custom')}
      >
        {PRESETS.map(preset => (
          <option key={preset} value={preset}>
            {names[preset]}
          </option>
        ))}
        <option value="custom">
          {found === 'custom' && task.recurrence
            ? ruleText(task.recurrence.rrule, locale)
            : text('tasks.repeat.custom')}
        </option>
      </select>
      {chosen === 'custom' && (
        <CustomRule
          rrule={task.recurrence?.rrule ?? writeRule(ruleOf('weekly', day))}
          day={day}
          onChange={rrule => save({ ...task.recurrence, rrule })}
        />
      )}
      {task.recurrence && (
        <label className={styles.mode}>
          <span>{text('tasks.repeat.mode')}</span>
          <select
            className={styles.input}
            value={task.recurrence.mode ?? 'catch_up'}
            onChange={event =>
              task.recurrence && save({ ...task.recurrence, mode: event.target.value as Mode })
            }
          >
            {MODES.map(mode => (
              <option key={mode} value={mode}>
                {text(`tasks.repeat.mode.${mode}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
