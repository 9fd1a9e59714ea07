// The long runs: the laws of src/json/, of literals of Python and JavaScript, and of the consensus of samples, worlds linked both ways, and, ten times as many, tokens read both ways and the readers fed damaged bodies: `npm run fuzz -- [--runs N] [--seed N] [--only forms|literals]`.
// Prints the seed, so that a failure can be repeated.
import { parseArgs } from 'node:util';
import { runConsensusLaws } from './consensusLaws.ts';
import { outcomeLines, runDamagedForms } from './formDamage.ts';
import { runJsonLaws } from './laws.ts';
import { runLinkLaws, runPartLaws } from './linkLaws.ts';
import { runDamagedLiterals, runLiteralLaws } from './literalLaws.ts';
import { runDamagedBodies } from './readers.ts';
import { runRoundTrips } from './roundTrips.ts';
import { runTokenLaws } from './tokenLaws.ts';

const usage =
  'Usage: npm run fuzz -- [--runs N] [--seed N] [--only forms|literals]   (whole numbers; 10,000 runs and a random seed if not given)';

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** So many worlds of generations and choices that are linked in two ways for one document. */
const worldsPerRun = 2;
/** One generated response, printed in ten ways, for so many documents. */
const runsPerRoundTrip = 10;
/** So many damaged bodies for one document. */
const bodiesPerRun = 10;

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

/** Exit code 0 when every law held for `runs` generated and `runs` mutated documents and `runs` lists of samples, 1 at the first that did not, 2 for wrong arguments. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const runs = wholeNumber(values.runs, 10_000);
  const seed = wholeNumber(values.seed, Math.floor(Math.random() * 1e9));
  if (!Number.isInteger(runs) || !Number.isInteger(seed)) {
    console.error(usage);
    return 2;
  }
  if (values.only === 'forms') return await fuzzForms(runs * bodiesPerRun, seed);
  if (values.only === 'literals') return await fuzzLiterals(runs, seed);
  if (values.only !== undefined) {
    console.error(usage);
    return 2;
  }
  const count = runs.toLocaleString('en');
  console.log(
    `${count} generated and ${count} mutated documents, ${count} lists of samples, ${(runs * worldsPerRun).toLocaleString('en')} worlds to be linked, seed ${seed}`,
  );
  const start = performance.now();
  try {
    await runJsonLaws({ runs, seed });
    runConsensusLaws({ runs, seed });
    runLinkLaws({ runs: runs * worldsPerRun, seed });
    runPartLaws({ runs, seed });
    const { lists, scanned } = runTokenLaws({ runs: runs * bodiesPerRun, seed });
    console.log(
      `${lists.toLocaleString('en')} lists of tokens, ${scanned.toLocaleString('en')} of them read in one pass.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`A law does not hold. Repeat it with: npm run fuzz -- --runs ${runs} --seed ${seed}`);
    return 1;
  }
  console.log(`Every law held, in ${seconds(start)} s.`);
  const bodies = runs * bodiesPerRun;
  return (await fuzzReaders(bodies, seed)) || (await fuzzForms(bodies, seed)) || (await fuzzLiterals(runs, seed));
}

async function fuzzReaders(runs: number, seed: number): Promise<number> {
  console.log(`${runs.toLocaleString('en')} damaged provider responses, seed ${seed}`);
  const start = performance.now();
  try {
    const { slowestMs, formats } = await runDamagedBodies({ runs, seed });
    const taken = [...formats].sort((a, b) => b[1] - a[1]).map(([format, count]) => `${count} ${format}`);
    console.log(
      `All were read, in ${seconds(start)} s, the slowest in ${slowestMs.toFixed(0)} ms: ${taken.join(', ')}.`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`A reader failed. Repeat it with: npm run fuzz -- --runs ${runs / bodiesPerRun} --seed ${seed}`);
    return 1;
  }
}

async function fuzzForms(runs: number, seed: number): Promise<number> {
  console.log(`${runs.toLocaleString('en')} damaged texts over all forms, seed ${seed}`);
  const start = performance.now();
  try {
    for (const line of outcomeLines(await runDamagedForms({ runs, seed }))) console.log(line);
    console.log(`All were opened or refused, in ${seconds(start)} s.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error : String(error));
    console.error(
      `A form failed. Repeat it with: npm run fuzz -- --only forms --runs ${runs / bodiesPerRun} --seed ${seed}`,
    );
    return 1;
  }
}

/** What Python and JavaScript print: printed and read back, by their own printers too, and damaged. */
async function fuzzLiterals(runs: number, seed: number): Promise<number> {
  const start = performance.now();
  try {
    await runLiteralLaws({ runs, seed });
    const { ways, hasPython } = await runRoundTrips({ runs: Math.ceil(runs / runsPerRoundTrip), seed });
    console.log(
      `${ways.toLocaleString('en')} printed responses of Node${hasPython ? ' and Python' : ' (there is no python3)'} were read as they were.`,
    );
    const { opened, refused, slowestMs } = await runDamagedLiterals({ runs: runs * bodiesPerRun, seed });
    console.log(
      `${(runs * bodiesPerRun).toLocaleString('en')} damaged literals: ${opened.toLocaleString('en')} opened, ${refused.toLocaleString('en')} refused with a place, ` +
        `the slowest in ${slowestMs.toFixed(0)} ms; all in ${seconds(start)} s.`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      `A literal was not read. Repeat it with: npm run fuzz -- --only literals --runs ${runs} --seed ${seed}`,
    );
    return 1;
  }
}
