// The service worker: holds the parts of one build, so that the page is whole without its server. The page comes from the server as long as that
// answers, so that another build is there at the next start; its parts come from the build that it is of, also when the server has another one by
// now. Holds and answers nothing else: no file of the command line, nothing that a person opens.

/** The files of this build without the page, relative to this script, and a name that changes with any of them. The build puts both in. */
declare const partNames: readonly string[];
declare const buildName: string;

const scope = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'completion-inspector ';
const own = prefix + buildName;
/** A server that says nothing for so long is one that cannot be reached. */
const patienceMs = 4000;

const addressOf = (path: string): string => new URL(path, scope.location.href).href;
const page = addressOf('./');
const parts = new Set(partNames.map(addressOf));
/** Their names change with their content. */
const hashed = addressOf('assets/');

scope.addEventListener('install', (event) => event.waitUntil(hold()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = request.url.replace(/[?#].*$/s, '');
  if (request.mode === 'navigate' ? address === page : parts.has(address) && !address.startsWith(hashed))
    event.respondWith(fromServer(request, address));
  else if (address.startsWith(hashed)) event.respondWith(fromHold(request));
});

async function hold(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll(
    [...parts].map((part) => new Request(part, { cache: part.startsWith(hashed) ? 'default' : 'no-cache' })),
  );
  const response = await fetch(page, { cache: 'no-cache' });
  const text = await response.clone().text();
  const asked = [...text.matchAll(/"\/?(assets\/[^"]+)"/g)].map(([, name = '']) => addressOf(name));
  // The server got another build meanwhile: that one has a service worker of its own.
  if (!response.ok || asked.length === 0 || asked.some((part) => !parts.has(part)))
    throw new Error('This is the page of another build');
  // The page comes last: a build that has it is whole. No page may be answered with something redirected.
  await cache.put(page, new Response(response.body, { status: response.status, headers: response.headers }));
}

/** No page is of an older build by now: this one waited for the last of them to go. */
async function takeOver(): Promise<void> {
  const older = (await buildsHeld()).filter((name) => name !== own);
  await Promise.all(older.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function fromHold(request: Request): Promise<Response> {
  return (await held(request.url)) ?? fetch(request);
}

async function fromServer(request: Request, address: string): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer !== undefined && answer.status < 500) return answer;
  return (await held(address)) ?? asked;
}

/** From the newest build that has it: one that waits for the pages of the older to go holds what they may ask for as well. */
async function held(address: string): Promise<Response | undefined> {
  for (const name of (await buildsHeld()).toReversed()) {
    const response = await (await caches.open(name)).match(address);
    if (response) return response;
  }
  return undefined;
}

/** The oldest first, which is the order of `caches`. */
async function buildsHeld(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

export {};
