// Which tabs of this page are open, told by a lock that each of them holds as long as it lives (Web Locks). Knows no document.

const prefix = 'completion-inspector tab ';

/** Absent on pages that are not served from this machine or over HTTPS. */
function locks(): LockManager | undefined {
  return navigator.locks as LockManager | undefined;
}

/** Call once. */
export function holdTab(tab: string): void {
  locks()
    ?.request(prefix + tab, { ifAvailable: true }, () => new Promise<never>(() => undefined))
    .catch(() => undefined);
}

/** Undefined where the browser does not tell. */
export async function liveTabs(): Promise<ReadonlySet<string> | undefined> {
  const held = await locks()
    ?.query()
    .catch(() => undefined);
  if (held === undefined) return undefined;
  const names = (held.held ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return new Set(names);
}
