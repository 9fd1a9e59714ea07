// The local web server: the built page and the opened files, to this machine only. Every answer, also a refusal, carries the headers of
// dist/headers.json. Knows nothing of arguments and browsers.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { versionFrom } from './fileVersions.js';

/** @typedef {ReturnType<typeof import('./openedFiles.js').openedFiles>} OpenedFiles */
/** @typedef {import('./build/contentSecurityPolicy.ts').HostHeaders} HostHeaders */

const address = '127.0.0.1';

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves until closed.
 * @param {string} site directory of the built page
 * @param {OpenedFiles} opened
 * @param {number} wantedPort the next free one is taken when it is busy; 0 for any
 * @returns {Promise<{ readonly port: number, close(): Promise<void> }>} rejects when no port can be had or the build has no headers
 */
export async function serve(site, opened, wantedPort) {
  /** @type {HostHeaders} */
  const headers = JSON.parse(await readFile(join(site, 'headers.json'), 'utf8'));
  // Without its own check Node answers a request that has no Host by itself, without our headers.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return;
    const lines = Object.entries(headers.everyResponse).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  const port = await listen(server, wantedPort);
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    for (const [name, value] of Object.entries(headers.everyResponse)) response.setHeader(name, value);
    // A page of another origin can reach this server under a name of its own that points here; it must not be able to read anything.
    if (!hosts.has(request.headers.host?.toLowerCase() ?? '')) {
      return refuse(response, 421, 'This server answers only under its own address.');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'This server takes no data: only GET and HEAD.');
    }
    const path = request.url?.split('?')[0] ?? '';
    const found = path.startsWith('/open/') ? await opened.find(path) : findInSite(path);
    if (found === undefined) return refuse(response, 404, 'There is nothing at this address.');
    if (found.kind === 'site') {
      for (const [name, value] of Object.entries(ruleOf(path).headers)) response.setHeader(name, value);
      return sendFile(response, found.path, mediaTypes[extname(found.path)] ?? 'application/octet-stream');
    }
    response.setHeader('Cache-Control', 'no-store');
    // A file of the person's never becomes a page of this origin, whatever it holds.
    if (found.kind === 'file') return sendOpened(response, found.path);
    if (found.kind === 'content') {
      response.setHeader('Content-Type', 'application/octet-stream');
      response.end(found.content);
      return;
    }
    if (found.kind === 'changes') return sendChanges(response, found.follow);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(found.text);
  }

  /** @param {string} path */
  function ruleOf(path) {
    if (path === headers.serviceWorker.file) return headers.serviceWorker;
    return path.startsWith(headers.hashedFiles.folder) ? headers.hashedFiles : headers.otherFiles;
  }

  /**
   * @param {string} path still encoded
   * @returns {{ readonly kind: 'site', readonly path: string } | undefined}
   */
  function findInSite(path) {
    let name;
    try {
      name = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    // Built files have plain names: whatever could mean another place is no name of one.
    if (!/^(\/[\w-][\w.-]*)*\/?$/.test(name)) return undefined;
    const file = join(site, name.endsWith('/') ? `${name}index.html` : name);
    return file.startsWith(site + sep) ? { kind: 'site', path: file } : undefined;
  }

  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function refuse(response, status, sentence) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${sentence}\n`);
}

/**
 * A stream of events (WHATWG HTML, section 9.2), one for each change, until the page leaves.
 * @param {import('node:http').ServerResponse} response
 * @param {(tell: (text: string) => void) => () => void} follow
 */
function sendChanges(response, follow) {
  response.setHeader('Content-Type', 'text/event-stream');
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  const end = follow((text) => response.write(`data: ${text}\n\n`));
  response.on('close', end);
}

/**
 * A file that has gone is no mistake of the page: it is told as nothing, with the state of its absence.
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 */
async function sendOpened(response, path) {
  if (await stat(path).catch(() => undefined)) return sendFile(response, path, 'application/octet-stream');
  response.writeHead(204, { ETag: '"gone"' });
  response.end();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 * @param {string} mediaType
 */
async function sendFile(response, path, mediaType) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return refuse(response, 404, 'There is nothing at this address.');
  const { size } = found;
  const from = startOfRange(response.req.headers.range, size);
  response.setHeader('ETag', `"${versionFrom(found)}"`);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', size - (from ?? 0));
  if (from !== undefined) {
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${from}-${size - 1}/${size}`);
  }
  if (response.req.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  // A file that grows while it is read must not send more than was announced.
  await pipeline(createReadStream(path, { start: from ?? 0, end: size - 1 }), response);
}

/**
 * Of `Range: bytes=N-` (RFC 9110, section 14.2); what else is asked for, or lies behind the end, is answered with the whole, as that allows: a refusal would
 * stand on the console of the page.
 * @param {string | undefined} range
 * @param {number} size
 */
function startOfRange(range, size) {
  const start = /^bytes=(\d{1,15})-$/.exec(range ?? '')?.[1];
  return start === undefined || Number(start) >= size ? undefined : Number(start);
}

/**
 * Listens on the first free port from `wantedPort` on, at most 100 tried.
 * @param {import('node:http').Server} server
 * @param {number} wantedPort
 * @returns {Promise<number>}
 */
async function listen(server, wantedPort) {
  for (let port = wantedPort; ; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, address, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      const bound = server.address();
      return typeof bound === 'object' && bound !== null ? bound.port : port;
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isBusy || port === 65_535 || port === wantedPort + 99) throw error;
    }
  }
}
