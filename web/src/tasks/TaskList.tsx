import { useEffect, useRef, useState } from 'react'
import type { Task } from '../api/types'
import { text as say, useText } from '../i18n/language'
import { dayLabel } from './model/dueLabel'
import type { Group } from './model/groups'
import type { View } from './model/view'
import { asUtc, type Wall } from './model/wall'
import { CHUNK, RowChunk } from './RowChunk'
import type { TaskView } from './store/useTaskView'
import styles from './TaskList.module.css'
import { TaskRow } from './TaskRow'
import { useLabels } from './useLabels'
import { useListKeys } from './useListKeys'
import { useViewStore } from './viewStore'

interface TaskListProps {
  list: TaskView
  view: View
  now: Wall
  zone: string
}

/** The rows, in groups. One of them is in the tab order; the arrow keys move between them. */
export function TaskList({ list, view, now, zone }: TaskListProps) {
  const text = useText()
  const { locale } = useLabels(now)
  const openId = useViewStore(store => store.edited?.id)
  const [activeId, setActiveId] = useState<number | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const keys = useListKeys(root, list.tasks)
  const active = list.tasks.some(task => task.id === activeId) ? activeId : (list.tasks[0]?.id ?? null)
  const [first] = list.groups
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div
      ref={root}
      className={styles.list}
      {...keys}
      onFocus={event => {
        const row = event.target.closest<HTMLElement>('[data-task]')
        if (row) setActiveId(Number(row.dataset.task))
        keys.onFocus(event)
      }}
    >
      <p className="visually-hidden">{text('tasks.list.keys')}</p>
      {list.groups.map(group => (
        <section
          key={group.key}
          className={styles.group}
          aria-label={group.name === 'flat' ? undefined : groupTitle(group, now, locale)}
        >
          {group.name !== 'flat' && (
            <h3 className={styles.heading} data-group={group.name}>
              {groupTitle(group, now, locale)}
              {group.day && group.name !== 'today' && (
                <span className={styles.date}>{shortDate(group.day, locale)}</span>
              )}
            </h3>
          )}
          {chunks(group.tasks).map((tasks, at) => (
            <RowChunk
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are places in the list, not things
              key={at}
              count={tasks.length}
              keep={
                (first === group && at === 0) || tasks.some(task => task.id === active || task.id === openId)
              }
            >
              {() =>
                tasks.map(task => (
                  <TaskRow
                    key={task.id}
                    task={task}
                    now={now}
                    zone={zone}
                    undated={group.name === 'today' || group.name === 'tomorrow' || group.name === 'week'}
                    trash={view.filter === 'trash'}
                    open={openId === task.id}
                    active={active === task.id}
                  />
                ))
              }
            </RowChunk>
          ))}
        </section>
      ))}
      <End list={list} />
    </div>
  )
}

/** The tasks of a group in pieces. */
function chunks(tasks: Task[]): Task[][] {
  const pieces = Math.ceil(tasks.length / CHUNK)
  return Array.from({ length: pieces }, (_, at) => tasks.slice(at * CHUNK, (at + 1) * CHUNK))
}

function groupTitle(group: Group, now: Wall, locale: string): string {
  const { name, day } = group
  if (name === 'flat') return ''
  if (name === 'overdue' || name === 'later' || name === 'undated') return say(`tasks.group.${name}`)
  return dayLabel(day ?? now.slice(0, 10), now.slice(0, 10), locale)
}

function shortDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    asUtc(day),
  )
}

/** The end of what is loaded: when it comes near, the next page is fetched. */
function End({ list }: { list: TaskView }) {
  const text = useText()
  const end = useRef<HTMLDivElement>(null)
  const load = useRef(list.loadMore)
  load.current = list.loadMore
  const failed = list.status === 'failed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a page, an end that stayed in sight is told again
  useEffect(() => {
    if (!list.more || failed || !end.current) return
    const root = end.current.closest('[data-scroll]')
    const observer = new IntersectionObserver(
      seen => seen.some(entry => entry.isIntersecting) && load.current(),
      {
        root,
        rootMargin: '1200px',
      },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [list.more, failed, list.tasks.length])
  return (
    <div ref={end} className={styles.end}>
      {list.more && !failed && text('tasks.list.more')}
      {failed && (
        <button type="button" className={styles.retry} onClick={list.retry}>
          {text('tasks.problem.load')} {text('action.retry')}
        </button>
      )}
    </div>
  )
}
