// All icons: 16 px, stroke 1.25, current colour, drawn here as paths. An icon never speaks: its button or text does.

/** Stroke paths on a 16 × 16 grid. `h.01` draws a round dot. */
const iconPaths = {
  logo: 'M1.5 8h13M5 8c2.25 0 2.25-4.75 4.5-4.75h5M5 8c2.25 0 2.25 4.75 4.5 4.75h5',
  folder: 'M1.75 12.5V3.75a1 1 0 0 1 1-1h3.1l1.6 1.75h5.8a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H2.75a1 1 0 0 1-1-1Z',
  clipboard:
    'M5.75 2.75h-1.5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1h7.5a1 1 0 0 0 1-1v-9.5a1 1 0 0 0-1-1h-1.5' +
    'M5.75 1.75h4.5v2.5h-4.5Z',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-up': 'm4 10 4-4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-left': 'm10 4-4 4 4 4',
  'arrow-left': 'M13 8H3m4-4L3 8l4 4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  link: 'm6.9 9.1 2.2-2.2M7.6 4.6l1.5-1.5a2.6 2.6 0 0 1 3.7 3.7l-1.5 1.5M8.4 11.4l-1.5 1.5a2.6 2.6 0 0 1-3.7-3.7l1.5-1.5',
  unlink:
    'M7.6 4.6l1.5-1.5a2.6 2.6 0 0 1 3.7 3.7l-1.5 1.5M8.4 11.4l-1.5 1.5a2.6 2.6 0 0 1-3.7-3.7l1.5-1.5M2.5 2.5l11 11',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.45 3.45',
  case: 'M1.5 12 4.75 4 8 12M2.6 9.5h4.3M14 12V7.5M14 9.75a2.1 2.25 0 1 1-4.2 0 2.1 2.25 0 0 1 4.2 0Z',
  regex: 'M3.5 12h.01M10 3.5v6M7.4 5l5.2 3M12.6 5 7.4 8',
  columns: 'M1.75 3.25h12.5v9.5H1.75Zm4.25 0v9.5m4-9.5v9.5',
  'columns-compare': 'M2 3h12v10H2Zm6-1.5v13',
  wrap: 'M2 4h12M2 8h9.75a2 2 0 0 1 0 4H9.5m1.5-1.75L9.25 12 11 13.75M2 12h4',
  pilcrow: 'M13 2.75H6.5a2.9 2.9 0 0 0 0 5.8H8M8 2.75v10.5M11 2.75v10.5',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  x: 'm3.75 3.75 8.5 8.5m0-8.5-8.5 8.5',
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4ZM8 4.75v3.75M8 11h.01',
  warning: 'M8 2.25 14.5 13.5h-13ZM8 6.25v3.5M8 11.75h.01',
  info: 'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 7.25v4M8 4.9h.01',
  theme: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12',
  help:
    'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM6.1 6.4A1.95 1.95 0 0 1 8 4.75c1.1 0 1.95.75 1.95 1.8' +
    ' 0 1.35-1.95 1.55-1.95 2.7M8 11.4h.01',
  trash: 'M2.5 4.25h11M6 4.25v-1.5h4v1.5M3.75 4.25l.6 9h7.3l.6-9M6.6 6.75v4M9.4 6.75v4',
  pencil: 'm2.5 13.5.7-3.1 7.6-7.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7l-7.6 7.6ZM9.6 4l2.4 2.4',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  'expand-all': 'm4 3 4 4 4-4M4 7.5l4 4 4-4M3 14h10',
  'collapse-all': 'm4 8.5 4-4 4 4M4 13l4-4 4 4M3 2h10',
  'sort-up': 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  'sort-down': 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  download: 'M8 2v8.25M4.75 7 8 10.25 11.25 7M2.5 11.5v2h11v-2',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  drop: 'M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M8 4.5v5.75M5.5 8 8 10.5 10.5 8',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  lock: 'M4 7h8v6.5H4ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  file: 'M3.5 1.75h5.75l3.25 3.25v9.25h-9ZM9 1.75V5.25h3.5',
  bars: 'M3.25 13.5V9.5M8 13.5v-11M12.75 13.5v-7',
  tree: 'M3 2.5v9.75h3.5M3 7h3.5M2 2.5h4M8.5 7H14M8.5 12.25H14',
  rows: 'M2 4h12M2 8h12M2 12h12',
  baseline: 'M3.5 14V2.5M3.5 3h8.75l-2 2.75 2 2.75H3.5',
  star: 'm8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5Z',
} as const;

/** Name of one of the drawn icons. */
export type IconName = keyof typeof iconPaths;

const heavyIcons: ReadonlySet<IconName> = new Set(['dots']);

/** One 16 px icon in the colour of the text around it; hidden from assistive technology. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string | undefined }) {
  return (
    <svg
      className={className}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={heavyIcons.has(name) ? 1.75 : 1.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
