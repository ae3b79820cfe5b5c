/** Our own icons, drawn on a grid of 20 with lines of 1.6. They say nothing to screen readers: their buttons do. */
const PATHS = {
  plus: 'M10 4v12M4 10h12',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4M13 13l4 4',
  menu: 'M3 6h14M3 10h14M3 14h14',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M10 16V4M5 9l5-5 5 5',
  stop: 'M6.5 6.5h7v7h-7z',
  check: 'M4 10.5l4 4 8-9',
  circle: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.6 9v4.5M11.4 9v4.5',
  edit: 'M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.5 6l2.6 2.6',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM12.5 7.5V4H4v8.5h3.5',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.4H8',
  retry: 'M16 10a6 6 0 1 1-1.8-4.3M16 3.5v3.2h-3.2',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l2.8 1.8',
  calendar: 'M4 5h12v11.5H4zM4 8.5h12M7.5 3.5V6M12.5 3.5V6',
  tag: 'M4 4h5.5l7 7-5.5 5.5-7-7zM7.2 7.2h.01',
  flag: 'M5 17V4h9.5l-2 3.5 2 3.5H5',
  repeat: 'M4 9V8a2 2 0 0 1 2-2h9M12.5 3.5L15 6l-2.5 2.5M16 11v1a2 2 0 0 1-2 2H5M7.5 11.5L5 14l2.5 2.5',
  chat: 'M4 4.5h12v9H9.5L6 16.5v-3H4z',
  list: 'M8 5.5h8M8 10h8M8 14.5h8M4 5.5h.01M4 10h.01M4 14.5h.01',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.2 1.2H4.3zM8.5 17h3',
  settings: 'M3 6h7M14 6h3M12 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M3 14h3M10 14h7M8 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M4 17c.600-3.2 2.8-4.8 6-4.8s5.4 1.6 6 4.8',
  signOut: 'M8 4H4v12h4M8 10h8M13 7l3 3-3 3',
  key: 'M7 9.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M9.3 10.5L16 4M13 7l2.5 2.5',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  left: 'M12.5 4L6.5 10l6 6',
  right: 'M7.5 4l6 6-6 6',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  warning: 'M10 3.5L17.5 16.5h-15zM10 8v4M10 14.2h.01',
  offline:
    'M3 3l14 14M5 11.5a7 7 0 0 1 3-1.8M12.5 10a7 7 0 0 1 2.5 1.5M2.5 8a11 11 0 0 1 3.3-2M8.5 5a11 11 0 0 1 9 3M10 15.5h.01',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
} as const

export type IconName = keyof typeof PATHS

/** Icons that point along the line of reading; they are mirrored in right-to-left languages. */
const DIRECTED: ReadonlySet<IconName> = new Set(['left', 'right', 'signOut', 'undo', 'list'])

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-directed={DIRECTED.has(name) || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
