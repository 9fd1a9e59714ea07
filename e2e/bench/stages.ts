// npm run bench -- stages: what each stage of a load costs beside JSON.parse of the same text, on Node, in seconds and without a page. `--mb 5` for
// another size, `--kinds with` for one kind. Knows the stages by what the loader tells.
import { loadResponse } from '../../src/load/loadResponse.ts';
import type { LoadEvent, LoadStage } from '../../src/response/loadEvents.ts';
import { median } from './figures.ts';
import { optionOf } from './options.ts';
import { type ResponseKind, responseText } from './responseText.ts';

const stages = ['read', 'skim', 'strict', 'generations', 'providers', 'linking', 'complete'] as const;
type Stage = (typeof stages)[number] | 'all';
type Times = Readonly<Record<Stage, number>>;

const warmRuns = 3;

export async function printStages(args: readonly string[]): Promise<void> {
  const megabytes = Number(optionOf(args, 'mb') ?? 20);
  const kinds = optionOf(args, 'kinds')?.split(',') ?? ['without', 'with'];
  for (const kind of ['without', 'with'] as const) if (kinds.includes(kind)) await printKind(kind, megabytes);
}

async function printKind(kind: ResponseKind, megabytes: number): Promise<void> {
  const text = responseText({ bytes: megabytes * 1e6, seed: 5, kind });
  const blob = new Blob([text]);
  const parse = Array.from({ length: warmRuns + 1 }, () => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
  const cold = await timesOf(blob);
  const warm: Times[] = [];
  for (let run = 0; run < warmRuns; run++) warm.push(await timesOf(blob));
  const bare = median(parse.slice(1));
  console.log(
    `\nNode ${process.version}, ${megabytes} MB ${kind} log probabilities, JSON.parse ${bare.toFixed(0)} ms (first ${(parse[0] ?? 0).toFixed(0)} ms)`,
  );
  console.log(
    `${''.padEnd(14)}${['warm ms', '÷ parse', 'cold ms', '÷ parse'].map((head) => head.padStart(10)).join('')}`,
  );
  for (const stage of [...stages, 'all'] as const) {
    const both = [median(warm.map((one) => one[stage])), cold[stage]];
    const cells = both.flatMap((ms) => [ms.toFixed(0), (ms / bare).toFixed(2)]);
    console.log(`${stage.padEnd(14)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  }
}

/** Milliseconds of one load. `complete` is what follows the last stage that the loader tells of. */
async function timesOf(file: Blob): Promise<Times> {
  const spent: Record<LoadStage, number> = { reading: 0, checking: 0, generations: 0, providers: 0, linking: 0 };
  const start = performance.now();
  let skimmed = start;
  let toldAt = start;
  let last: LoadEvent | undefined;
  await loadResponse({ file }, false, {
    onDocument: () => undefined,
    tell(event) {
      if (event.type === 'skimmed') skimmed = performance.now();
      last = event;
    },
    pause: () => Promise.resolve(),
    rest: () => Promise.resolve(),
    onTime(stage, milliseconds) {
      spent[stage] += milliseconds;
      toldAt = performance.now();
    },
  });
  const end = performance.now();
  if (last?.type !== 'complete') throw new Error(`The document of the bench ended with ${JSON.stringify(last)}.`);
  // The first piece of checking is told after the skim, and holds it.
  const skim = skimmed - start - spent.reading;
  const { generations, providers, linking } = spent;
  const known = { read: spent.reading, skim, strict: spent.checking - skim, generations, providers, linking };
  return { ...known, complete: end - toldAt, all: end - start };
}
