// The table of panes: what each is called and where it can be reached. What draws a pane stands in app/arrangements/mountedPanes.tsx.

/** How a pane stands: with all its room, in the rail beside a comparison, alone on a narrow screen. */
export type Arrangement = 'full' | 'rail' | 'narrow';

interface PaneEntry {
  /** What a command calls it, and what is said when it fails. */
  readonly name: string;
  /** Always on screen with a document, so that a command goes to it. */
  readonly isGoal?: boolean;
  /** Its button in the bar of a narrow screen: one word and an icon. */
  readonly button?: { readonly label: string; readonly icon: string };
}

/** In reading order. */
export const panes = {
  responses: { name: 'Responses' },
  fields: { name: 'Response fields' },
  calls: { name: 'Calls' },
  generations: { name: 'Generations', isGoal: true, button: { label: 'Generations', icon: 'rows' } },
  generation: { name: 'Generation', isGoal: true },
  compare: { name: 'Compare' },
  providers: { name: 'Provider responses', isGoal: true, button: { label: 'Responses', icon: 'tree' } },
  usage: { name: 'Token usage', isGoal: true, button: { label: 'Usage', icon: 'bars' } },
  issues: { name: 'Issues', isGoal: true, button: { label: 'Issues', icon: 'warning' } },
  search: { name: 'Search' },
  source: { name: 'Source', isGoal: true, button: { label: 'Source', icon: 'file' } },
} as const satisfies Readonly<Record<string, PaneEntry>>;

export type PaneId = keyof typeof panes;

/** In reading order. */
export const paneIds = Object.keys(panes) as readonly PaneId[];

type WithButton = {
  [Id in PaneId]: (typeof panes)[Id] extends { readonly button: unknown } ? Id : never;
}[PaneId];

/** The panes that have a button in the bar of a narrow screen. */
export const paneButtons = paneIds
  .filter((id): id is WithButton => 'button' in panes[id])
  .map((id) => ({ id, ...panes[id].button }));
