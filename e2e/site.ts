// Starts the project's own command on a free port, for a journey or the bench. Knows its output, nothing of the page.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/completion-inspector.js', import.meta.url));

export interface Site {
  /** Address as printed, with `?open=` when files were given. */
  readonly address: string;
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  /** Everything printed before and with the address. */
  readonly output: string;
  /** Sends the signal of Ctrl-C; resolves with the exit code. */
  close(): Promise<number | null>;
}

/** Runs the command to its end; for arguments with which it does not serve. */
export async function runCommand(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    allText(child.stdout),
    allText(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

async function allText(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Starts the command without opening a browser; resolves when it has printed its address, rejects when it ends before. `input` is its standard input.
 */
export async function startSite(args: readonly string[] = ['--port', '0'], input = ''): Promise<Site> {
  const child = spawn(process.execPath, [command, '--no-open', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const { address, output } = await printedAddress(child);
  return {
    address,
    origin: new URL(address).origin,
    output,
    async close() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      return code;
    },
  };
}

function printedAddress(child: ChildProcess): Promise<{ readonly address: string; readonly output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      const address = /\bhttp:\S+(?=\s)/.exec(output)?.[0];
      if (address !== undefined) resolve({ address, output });
    });
    child.stderr?.on('data', (part: Buffer) => {
      output += part.toString('utf8');
    });
    child.on('close', (code) => reject(new Error(`The command ended with code ${code}:\n${output}`)));
  });
}
