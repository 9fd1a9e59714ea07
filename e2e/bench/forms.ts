// npm run bench -- --forms: what reading another form costs beside the same data as one response, on Node and without a page. `--mb 10,100` for other sizes.
// Prints ratios of one run, in which the two take turns.
import { loadResponse } from '../../src/load/loadResponse.ts';
import type { LoadEvent } from '../../src/response/loadEvents.ts';
import { type Figure, median, printFigures } from './figures.ts';
import { type FormText, forms, textsOf } from './formTexts.ts';
import { optionOf } from './options.ts';

/** Limits of the issue: first rows, and all of it, beside the same data as one response. */
const firstLimit = 4;
const completeLimit = 1.5;
/** Larger texts are not printed in the ways of languages. */
const mostPrinted = 20;
const countedRuns = 3;
const seed = 7;

export async function printForms(args: readonly string[]): Promise<void> {
  const sizes = (optionOf(args, 'mb') ?? '10,100').split(',').map(Number);
  const only = optionOf(args, 'only') ?? '';
  for (const megabytes of sizes) {
    const figures: Figure[] = [];
    for (const form of forms.filter(({ name }) => name.includes(only)))
      if (megabytes <= mostPrinted || !form.isPrinted)
        figures.push(...(await figuresOf(form.name, textsOf(form, megabytes, seed))));
    printFigures(
      `Node ${process.version}, ${megabytes} MB in another form, beside one response of the same data`,
      figures,
    );
  }
}

async function figuresOf(name: string, { form, plain }: ReturnType<typeof textsOf>): Promise<readonly Figure[]> {
  const runs: { readonly plain: Times; readonly form: Times }[] = [];
  // The first warms up and does not count.
  for (let run = 0; run <= countedRuns; run++)
    runs.push({ plain: await timesOf(name, plain), form: await timesOf(name, form) });
  const counted = runs.slice(1);
  const spent = (of: 'plain' | 'form', what: keyof Times) => median(counted.map((one) => one[of][what])).toFixed(0);
  const figure = (what: keyof Times, limit: number, share: number, words: string): Figure => ({
    what: `${name}: ${words} (${spent('form', what)} ms, as JSON ${spent('plain', what)} ms)`,
    unit: '×',
    values: counted.map((one) => one.form[what] / one.plain[what] / share),
    limit,
  });
  // A log says everything several times.
  const share = form.bytes.length / plain.bytes.length;
  return [
    figure('first', firstLimit, 1, 'first rows'),
    figure('complete', completeLimit, 1, `complete`),
    ...(share > 1.2 ? [figure('complete', completeLimit, share, `complete, a byte`)] : []),
    figure('cpu', completeLimit, share > 1.2 ? share : 1, `processor${share > 1.2 ? ', a byte' : ''}`),
  ];
}

interface Times {
  readonly first: number;
  readonly complete: number;
  /** Of all threads, which a busy machine does not change. */
  readonly cpu: number;
}

/** Milliseconds of a load of a file; throws where it does not show all samples. */
async function timesOf(name: string, { bytes, samples }: FormText): Promise<Times> {
  const file = new Blob([bytes]);
  const spent = process.cpuUsage();
  const start = performance.now();
  let first = 0;
  let last: LoadEvent | undefined;
  await loadResponse({ file }, false, {
    onDocument: () => undefined,
    tell(event) {
      const hasRows = (event.type === 'skimmed' || event.type === 'rows') && event.chunks.length > 0;
      if (hasRows && first === 0) first = performance.now() - start;
      last = event;
    },
    pause: () => Promise.resolve(),
    rest: () => Promise.resolve(),
  });
  const complete = performance.now() - start;
  const { user, system } = process.cpuUsage(spent);
  if (last?.type !== 'complete' || last.generationCount !== samples)
    throw new Error(
      `${name}: ${last?.type === 'complete' ? `${last.generationCount} samples, not ${samples}` : JSON.stringify(last)}`,
    );
  return { first, complete, cpu: (user + system) / 1000 };
}
