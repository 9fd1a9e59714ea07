// The service worker without a browser: what it holds, what it answers, and when it lets go.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const site = 'https://host.example';
const pageText = '<script type="module" src="/assets/index-1.js"></script>';

type Listener = (event: object) => void;

/** A scope and caches like those of a browser, and a server whose answers a test sets; `undefined` for one that cannot be reached. */
async function started(server: (path: string) => Response | Promise<Response> | undefined) {
  const listeners = new Map<string, Listener>();
  const stores = new Map<string, Map<string, Response>>();
  const asked: string[] = [];
  const fetched = async (request: Request | string): Promise<Response> => {
    const path = (typeof request === 'string' ? request : request.url).slice(site.length);
    asked.push(path);
    const answer = await server(path);
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer;
  };
  const storeOf = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return store;
  };
  const claim = vi.fn(async () => undefined);
  vi.stubGlobal('partNames', ['assets/index-1.js', 'icon.svg']);
  vi.stubGlobal('buildName', 'new');
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('caches', {
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    open: async (name: string) => ({
      match: async (address: string) => storeOf(name).get(address)?.clone(),
      put: async (address: string, response: Response) => void storeOf(name).set(address, response),
      addAll: async (requests: readonly Request[]) => {
        for (const request of requests) {
          const response = await fetched(request);
          if (!response.ok) throw new TypeError('Request failed');
          storeOf(name).set(request.url, response);
        }
      },
    }),
  });
  vi.stubGlobal('self', {
    location: { href: `${site}/sw.js` },
    clients: { claim },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.resetModules();
  await import('./serviceWorker.ts');
  const lasting = async (type: string): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({
      waitUntil: (one: Promise<unknown>) => {
        work = one;
      },
    });
    await work;
  };
  return {
    asked,
    claim,
    /** What is held, by build. */
    holds: () => Object.fromEntries([...stores].map(([name, store]) => [name, [...store.keys()]])),
    hold: (build: string, address: string, text: string) => storeOf(build).set(site + address, new Response(text)),
    install: () => lasting('install'),
    activate: () => lasting('activate'),
    /** The text of its answer; undefined where it leaves the request to the browser. */
    async answer(path: string, { mode = 'cors', method = 'GET' } = {}): Promise<string | undefined> {
      let response: Promise<Response> | undefined;
      listeners.get('fetch')?.({
        request: { url: site + path, mode, method },
        respondWith: (one: Promise<Response>) => {
          response = one;
        },
      });
      return (await response)?.text();
    },
  };
}

const running = (path: string) => new Response(path === '/' ? pageText : `server ${path}`);
const gone = () => undefined;
const navigation = { mode: 'navigate' };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('when it is installed', () => {
  test('it holds the parts, and the page last', async () => {
    const worker = await started(running);
    await worker.install();
    expect(worker.holds()).toEqual({
      'completion-inspector new': [`${site}/assets/index-1.js`, `${site}/icon.svg`, `${site}/`],
    });
  });

  test('a page of another build is not held, nor one where a part is missing', async () => {
    const other = await started((path) =>
      path === '/' ? new Response(pageText.replace('index-1', 'index-2')) : running(path),
    );
    await expect(other.install()).rejects.toThrow('another build');
    const incomplete = await started((path) =>
      path === '/icon.svg' ? new Response('', { status: 404 }) : running(path),
    );
    await expect(incomplete.install()).rejects.toThrow();
    for (const { holds } of [other, incomplete]) expect(Object.values(holds()).flat()).not.toContain(`${site}/`);
  });
});

test('when it takes over it lets go of older builds and of nothing else', async () => {
  const worker = await started(running);
  worker.hold('completion-inspector old', '/', 'old');
  worker.hold('of another program', '/', 'other');
  await worker.install();
  await worker.activate();
  expect(Object.keys(worker.holds())).toEqual(['of another program', 'completion-inspector new']);
  expect(worker.claim).toHaveBeenCalledTimes(1);
});

describe('what it answers', () => {
  test('the page comes from the server, and is the one that is held when that is gone, fails or is silent', async () => {
    let server: (path: string) => Response | Promise<Response> | undefined = running;
    const worker = await started((path) => server(path));
    await worker.install();
    server = () => new Response('newer page');
    expect(await worker.answer('/?open=token', navigation)).toBe('newer page');
    server = gone;
    expect(await worker.answer('/?open=token', navigation)).toBe(pageText);
    server = () => new Response('no', { status: 503 });
    expect(await worker.answer('/', navigation)).toBe(pageText);
    server = () => new Promise(() => undefined);
    const answer = worker.answer('/', navigation);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toBe(pageText);
    expect(worker.holds()['completion-inspector new']).toHaveLength(3);
  });

  test('a part whose name tells its content is not asked for again; one of another build comes from that', async () => {
    const worker = await started(running);
    worker.hold('completion-inspector old', '/assets/index-0.js', 'old part');
    await worker.install();
    worker.asked.length = 0;
    expect(await worker.answer('/assets/index-1.js')).toBe('server /assets/index-1.js');
    expect(await worker.answer('/assets/index-0.js')).toBe('old part');
    expect(worker.asked).toEqual([]);
    expect(await worker.answer('/assets/o200k_base-1.js')).toBe('server /assets/o200k_base-1.js');
    expect(await worker.answer('/icon.svg')).toBe('server /icon.svg');
    expect(worker.asked).toEqual(['/assets/o200k_base-1.js', '/icon.svg']);
  });

  test('files of the command line, other addresses and everything that sends are none of its business', async () => {
    const worker = await started(running);
    await worker.install();
    for (const path of ['/open/token/list.json', '/open/token/0/a.json', '/other', '/index.html'])
      expect(await worker.answer(path), path).toBeUndefined();
    expect(await worker.answer('/open/token/0/a.json', navigation)).toBeUndefined();
    expect(await worker.answer('/assets/index-1.js', { method: 'POST' })).toBeUndefined();
  });

  test('a page that nobody holds fails as it would without a service worker', async () => {
    const worker = await started(gone);
    await expect(worker.answer('/', navigation)).rejects.toThrow('Failed to fetch');
  });
});
