// How much memory a tab's process holds, as the operating system counts it: what is in memory now and at most since it was asked to begin anew
// (VmRSS and VmHWM of /proc, see proc(5)). On Linux only: elsewhere there are no figures. Knows nothing of the page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';

export interface RendererMemory {
  /** Megabytes in memory. */
  readonly nowMB: number;
  readonly peakMB: number;
}

export class Renderer {
  readonly #pid: number;

  constructor(pid: number) {
    this.#pid = pid;
  }

  memory(): RendererMemory {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
    return { nowMB: megabytes('VmRSS'), peakMB: megabytes('VmHWM') };
  }

  /** The peak is counted from here on. */
  forgetPeak(): void {
    writeFileSync(`/proc/${this.#pid}/clear_refs`, '5');
  }
}

/** The process of the only page of a browser: of its renderers the one that holds most. Undefined where the system does not tell. */
export async function rendererOf(browser: Browser): Promise<Renderer | undefined> {
  if (!existsSync('/proc/self/status')) return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => new Renderer(id));
  const [largest] = renderers.sort((a, b) => b.memory().nowMB - a.memory().nowMB);
  return largest;
}
