import { formatDue } from '../i18n/format'
import { useText } from '../i18n/language'
import { useTasks } from './store'

/** The list beside the conversation. */
export function TaskPanel() {
  const text = useText()
  const tasks = useTasks(store => store.byId)
  return (
    <section aria-label={text('pane.tasks')}>
      <ul>
        {[...tasks.values()]
          .filter(task => !task.completed)
          .map(task => (
            <li key={task.id}>
              {task.title} {task.due && formatDue(task.due)}
            </li>
          ))}
      </ul>
    </section>
  )
}
