// npm run corpus -- DIR: every recorded body in a folder through the readers, alone and inside a response as the platform
// builds it; one line each. Fails on a difference from expectations.json, on a wrong link, on a finding that findings.json
// does not list for the file, and on an exception. A file without an expectation is read and printed too.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { rootPointer } from '../../src/json/pointer.ts';
import type { Usage } from '../../src/response/model.ts';
import type { ProviderChoice } from '../../src/response/provider/reading.ts';
import { bothWays, written } from '../fuzz/tokenLaws.ts';
import { bodyCursor, differences, observed, type ReadBody, readBody } from './alone.ts';
import { pythonProblems } from './asPython.ts';
import expectations from './expectations.json';
import expectedFindings from './findings.json';
import { inTextProblems } from './inText.ts';
import { checkLog, isLog, togetherProblems } from './logs.ts';
import { openedProblems } from './opened.ts';
import { failedShuffles, plainChoice, shuffles } from './shuffled.ts';
import { type Loaded, load, wrap, wrongLinks } from './wrapped.ts';

const endings = new Set(['.json', '.sse', '.jsonl', '.eval']);
const known: Readonly<Record<string, unknown>> = expectations;
/** By file, by id: how often, and why. */
const listed: Readonly<Record<string, Readonly<Record<string, readonly [count: number, reason: string]>>>> =
  expectedFindings as never;

interface Totals {
  read: number;
  /** Of bodies that were opened by themselves. */
  samples: number;
  expected: number;
  linked: number;
  generations: number;
  certain: number;
  ambiguous: number;
  shuffled: number;
  lists: number;
  /** Bodies that were read as Python prints them. */
  printed: number;
  scanned: number;
  /** Readings in a fence and in a JSON string. */
  inText: number;
}

export async function main(args: readonly string[]): Promise<number> {
  const [folder] = args;
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(
      `Usage: npm run corpus -- DIR (${folder === undefined ? 'no folder given' : `${folder} is no folder`})`,
    );
    return 2;
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.has(extname(file)))
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
  const formats = new Map<string, number>();
  const totals: Totals = {
    read: 0,
    samples: 0,
    expected: 0,
    linked: 0,
    generations: 0,
    certain: 0,
    ambiguous: 0,
    shuffled: 0,
    lists: 0,
    printed: 0,
    scanned: 0,
    inText: 0,
  };
  const everything: ProviderChoice[] = [];
  let failed = 0;
  const bodies: { readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const file of files) {
    const problems: string[] = [];
    let line = '';
    try {
      const bytes = new Uint8Array(readFileSync(join(folder, file)));
      if (await isLog(bytes, extname(file))) {
        const log = await checkLog(bytes, file);
        if (!tell(file, `${log.isKnown ? '' : 'no expectation  '}${log.line}`, log.problems)) failed++;
        continue;
      }
      bodies.push({ file, bytes });
      const result = await checkFile(join(folder, file), file, totals);
      problems.push(...result.problems);
      line = result.line;
      everything.push(...result.choices);
      formats.set(result.format, (formats.get(result.format) ?? 0) + 1);
    } catch (reason) {
      problems.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
    }
    if (!tell(file, line, problems)) failed++;
  }
  if (bodies.length > 0) {
    const what = 'as JSONL, as a list, in a HAR, in a gzip file';
    if (bodies.length > 1 && !tell('all bodies', what, await togetherProblems(bodies))) failed++;
    summarise(formats, totals, bodies.length);
    const together = failedShuffles(everything.map((choice) => withoutIndex(plainChoice(choice))));
    console.log(`All ${everything.length} choices together, shuffled ${shuffles} times each: ${together.length} wrong`);
    for (const problem of together.slice(0, 5)) console.log(`       ${problem}`);
    if (together.length > 0) failed++;
  }
  console.log(`${Math.max(0, files.length - failed)} passed, ${failed} failed`);
  return failed === 0 && files.length > 0 ? 0 : 1;
}

function tell(file: string, line: string, problems: readonly string[]): boolean {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${file.padEnd(58)} ${line}`);
  for (const problem of problems) console.log(`       ${problem}`);
  return problems.length === 0;
}

function summarise(formats: ReadonlyMap<string, number>, totals: Totals, bodies: number): void {
  const counts = [...formats].sort((a, b) => b[1] - a[1]).map(([label, count]) => `${count} ${label}`);
  console.log(`\n${bodies} bodies: ${counts.join(', ')}`);
  console.log(
    `${totals.read} read, ${totals.expected} with an expectation; ${totals.linked} of ${totals.generations} generations linked ` +
      `(${totals.certain} certain, ${totals.ambiguous} ambiguous); ${totals.shuffled} bodies shuffled ${shuffles} times each`,
  );
  console.log(`${totals.printed} bodies printed by Python, alone and inside a response`);
  console.log(`${totals.inText} readings of bodies in a Markdown fence and in a JSON string`);
  console.log(`${totals.samples} samples of bodies that were opened by themselves`);
  console.log(`${totals.lists} lists of tokens, ${totals.scanned} of them read from the bytes in one pass`);
}

interface Checked {
  readonly format: string;
  readonly line: string;
  readonly problems: readonly string[];
  readonly choices: readonly ProviderChoice[];
}

async function checkFile(path: string, file: string, totals: Totals): Promise<Checked> {
  const bytes = new Uint8Array(readFileSync(path));
  const isStream = extname(path) === '.sse';
  const body = readBody(bodyCursor(bytes, isStream));
  totals.read++;
  const problems: string[] = [];
  const expected = known[file];
  const facts = observed(body, bytes);
  // Another body under a known name has no expectation.
  const isKnown = expected !== undefined && (expected as { sha256?: unknown }).sha256 === facts.sha256;
  if (isKnown) {
    totals.expected++;
    problems.push(...differences(facts, expected));
  }
  const source = new TextDecoder().decode(bytes);
  const wrapped = wrap(isStream ? JSON.stringify(source) : source, body);
  const loaded = await load(wrapped);
  if (!isStream) {
    problems.push(...tokenProblems(source, totals), ...(await pythonProblems(source, body, wrapped, loaded)));
    totals.printed++;
  }
  const opened = await load(source);
  problems.push(...openedProblems(opened, body, isStream), ...(await inTextProblems(source, body, isStream)));
  totals.inText += 2;
  totals.samples += opened.rows.length;
  const wrong = wrongLinks(loaded, body);
  problems.push(...wrong);
  totals.generations += loaded.rows.length;
  totals.linked += loaded.rows.filter(({ link }) => link?.choice !== undefined).length;
  totals.certain += loaded.rows.filter(({ link }) => link?.word === 'certain').length;
  totals.ambiguous += loaded.rows.filter(({ link }) => link?.word === 'ambiguous').length;
  if (isKnown) problems.push(...findingProblems(loaded, file));
  const { choices } = body.read.reading;
  if (choices.length > 1) {
    totals.shuffled++;
    problems.push(...failedShuffles(choices).slice(0, 5));
  }
  const note = isKnown ? '' : 'no expectation  ';
  return { format: body.read.formatLabel, line: `${note}${describe(body, loaded)}`, problems, choices };
}

/** Where the tokens that are read from the bytes are not those that are read one by one. */
function tokenProblems(source: string, totals: Totals): readonly string[] {
  const problems: string[] = [];
  for (const { own, other } of bothWays(source, { prompts: [], logprobs: { value: 3, pointer: rootPointer } })) {
    if (other !== undefined) totals.lists++;
    if (own === undefined) continue;
    totals.scanned++;
    if (written(own) !== written(other))
      problems.push(`tokens from the bytes ${written(own)}, one by one ${written(other)}`);
  }
  return problems;
}

/** Findings beyond the list of the file, and those of the list that did not come. */
function findingProblems({ issues }: Loaded, file: string): readonly string[] {
  const allowed = listed[file] ?? {};
  const ids = new Set([...issues.map(({ id }) => id), ...Object.keys(allowed)]);
  return [...ids].sort().flatMap((id) => {
    const found = issues.filter((issue) => issue.id === id);
    const [count] = allowed[id] ?? [0];
    if (found.length === count) return [];
    return [`${id} found ${found.length} times, expected ${count}: ${found[0]?.message ?? ''}`];
  });
}

function describe({ read, tokens }: ReadBody, { rows, issues }: Loaded): string {
  const { formatLabel, reading } = read;
  const reasons = new Set(reading.choices.map(({ finishReason }) => finishReason?.raw ?? '-'));
  const count = tokens.reduce((sum, list) => sum + (list?.tokens.length ?? 0), 0);
  const relations = new Set(tokens.flatMap((list) => (list === undefined ? [] : [list.coverage.relation])));
  const found = [...new Set(issues.map(({ id }) => id))];
  return [
    formatLabel.padEnd(20),
    `${reading.choices.length} choices`,
    [...reasons].join(' '),
    usageText(reading.usage),
    ...(count > 0 ? [`${count} tokens, ${[...relations].join(' ')}`] : []),
    ...(reading.error ? [`error: ${reading.error.code ?? ''}`] : []),
    `links: ${[...new Set(rows.map(({ link }) => link?.word ?? 'none'))].join(' ') || 'none to make'}`,
    ...(found.length > 0 ? [found.join(' ')] : []),
  ].join('  ');
}

function usageText(usage: Usage | undefined): string {
  if (!usage) return 'no usage';
  return `${usage.prompt?.lexeme ?? '–'} + ${usage.generation?.lexeme ?? '–'} = ${usage.total?.lexeme ?? '–'}`;
}

function withoutIndex({ index: _, ...choice }: ProviderChoice): ProviderChoice {
  return choice;
}
