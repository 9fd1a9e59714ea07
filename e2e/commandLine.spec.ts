// The command itself, as its output and as its answers to requests; most of it needs no page.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './inspector.ts';
import { runCommand, type Site, startSite } from './site.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request exactly as given: unlike fetch, the path is not tidied up and any header can be set. */
function ask(site: Site, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    }).on('error', reject);
  });
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a file that does not exist is one line and exit code 2', async () => {
  const missing = join(folder, 'missing.json');
  expect(await runCommand([missing])).toEqual({ code: 2, stdout: '', stderr: `${missing} does not exist.\n` });
});

test('a folder or a pattern without anything to open, and nothing on standard input, are one line and exit code 2', async () => {
  const pattern = join(folder, '**', '*.json');
  for (const [args, start] of [
    [[folder], `${folder} holds no files. `],
    [[pattern], `No file matches ${pattern}. `],
    [['-'], 'Standard input was empty. '],
  ] as const) {
    const { code, stdout, stderr } = await runCommand(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.startsWith(start), stderr).toBe(true);
  }
});

test('an option that is unknown or a port that is none is one line and exit code 2', async () => {
  for (const args of [['--nonsense'], ['--port', '70000'], ['--port', 'x'], ['--watch', '-']]) {
    const { code, stdout, stderr } = await runCommand(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
  }
});

test('--help and --version print and end well', async () => {
  const help = await runCommand(['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('Usage: completion-inspector');
  const version = await runCommand(['--version']);
  expect(version.code).toBe(0);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a busy port gives the next free one and says so', async () => {
  const blocker = createServer();
  const port = await new Promise<number>((resolve) => {
    blocker.listen(0, '127.0.0.1', () => {
      const bound = blocker.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
  const site = await startSite(['--port', String(port)]);
  try {
    const taken = Number(new URL(site.origin).port);
    expect(taken).toBeGreaterThan(port);
    expect(site.output).toContain(`Port ${port} is busy, using ${taken}.`);
    expect((await ask(site, '/')).status).toBe(200);
  } finally {
    await site.close();
    blocker.close();
  }
});

test('Ctrl-C ends it with exit code 0, also while a connection is open', async () => {
  const site = await startSite();
  await fetch(site.address);
  expect(await site.close()).toBe(0);
});

test('files are served only under the token, byte for byte', async () => {
  const text = '{"data":[],"ü":"\u2028"}';
  await writeFile(join(folder, 'a response, ü.json'), text);
  await writeFile(join(folder, 'page.html'), '<script>alert(1)</script>');
  const site = await startSite(['--port', '0', join(folder, 'a response, ü.json'), join(folder, 'page.html')]);
  try {
    const token = new URL(site.address).searchParams.get('open') ?? '';
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const list = JSON.parse((await ask(site, `/open/${token}/list.json`)).text);
    expect(list).toEqual({
      files: [
        {
          name: 'a response, ü.json',
          size: Buffer.byteLength(text),
          url: `/open/${token}/0/a%20response%2C%20%C3%BC.json`,
          version: expect.any(String),
        },
        { name: 'page.html', size: 25, url: `/open/${token}/1/page.html`, version: expect.any(String) },
      ],
      isWatching: false,
    });
    const served = await ask(site, list.files[0].url);
    expect(served.status).toBe(200);
    expect(served.text).toBe(text);
    expect(served.headers['cache-control']).toBe('no-store');
    expect(served.headers.etag).toBe(`"${list.files[0].version}"`);
    expect((await ask(site, list.files[1].url)).headers['content-type']).toBe('application/octet-stream');

    const other = token.replace(/./, (digit) => (digit === '0' ? '1' : '0'));
    for (const path of [
      `/open/${other}/list.json`,
      `/open/${other}/changes`,
      `/open/${other}/1/page.html`,
      `/open/${token}/1/../../page.html`,
      `/open/${token}/`,
      `/open/${token}/2/page.html`,
      `/open/${token}/0/page.html`,
      '/open/list.json',
      '/page.html',
    ]) {
      expect((await ask(site, path)).status, path).toBe(404);
    }
  } finally {
    await site.close();
  }
});

test('without files no token opens anything', async ({ site }) => {
  expect(site.address).toBe(`${site.origin}/`);
  expect((await ask(site, '/open/undefined/list.json')).status).toBe(404);
});

test('it answers only under its own names', async ({ site }) => {
  const { port } = new URL(site.origin);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    expect((await ask(site, '/', { headers: { host } })).status, host).toBe(200);
  }
  for (const host of [
    '127.0.0.1',
    `127.0.0.1:${Number(port) + 1}`,
    `attacker.example:${port}`,
    `127.0.0.1.attacker.example:${port}`,
  ]) {
    const refused = await ask(site, '/', { headers: { host } });
    expect(refused.status, host).toBe(421);
    expect(refused.text).not.toContain('<html');
  }
});

test('it takes no data', async ({ site }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const refused = await ask(site, '/', { method });
    expect(refused.status, method).toBe(405);
    expect(refused.headers.allow).toBe('GET, HEAD');
  }
  const head = await ask(site, '/', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.text).toBe('');
});

test('no path leads out of the built site', async ({ site }) => {
  for (const path of [
    '/../package.json',
    '/assets/../../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '/assets/%00.js',
    '/%',
    '//etc/passwd',
    '/assets',
    '/assets/',
  ]) {
    const refused = await ask(site, path);
    expect(refused.status, path).toBe(404);
    expect(refused.text).toBe('There is nothing at this address.\n');
  }
});

test('every answer carries the policy and its companions', async ({ site }) => {
  const files = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));
  const policy = JSON.parse((await ask(site, '/headers.json')).text).everyResponse['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  const answers = [
    ...(await Promise.all(['/', ...paths].map(async (path) => ({ path, ...(await ask(site, path)) })))),
    { path: '/nothing', ...(await ask(site, '/nothing')) },
    { path: '/', ...(await ask(site, '/', { headers: { host: 'attacker.example' } })) },
    { path: '/', ...(await ask(site, '/', { method: 'POST' })) },
  ];
  for (const { path, headers } of answers) {
    // The service worker may fetch the parts of the page and nothing else.
    const own = path === '/sw.js' ? "default-src 'none'; connect-src 'self'" : policy;
    expect(headers['content-security-policy'], path).toBe(own);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBeDefined();
    expect(headers['content-type']).toBeDefined();
  }
});

test('hashed files may be kept for ever, the page is asked for anew', async ({ site }) => {
  const page = await ask(site, '/');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  const scripts = (await readdir(join(dist, 'assets'))).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) {
    const script = await ask(site, `/assets/${name}`);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  }
});
