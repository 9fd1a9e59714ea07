// Which samples of several responses are one group: by what the file says, by equal prompts, by response, or none; with the evidence in words, and in what
// order the groups stand. Pure; works on what was told of the document.

import type { Brushes } from '../analysis/brushes.ts';
import type { RowsBy } from '../analysis/order/orderRequest.ts';
import { formatCount, plural } from '../words/numbers.ts';
import type { OpenDocument } from './documents.ts';
import { promptText } from './promptTexts.ts';
import { type ListedResponses, listedResponses, ranksOf } from './responseOrder.ts';
import type { GroupRule, View } from './view.ts';

type Grouped = Pick<OpenDocument, 'responses' | 'summaries' | 'prompts' | 'isMixed'>;
type Wanted = Pick<View, 'groupRule' | 'brushes' | 'responseOrder'>;

export interface SampleGroups {
  readonly rule: GroupRule;
  /** Rules that can be had, the likeliest first. */
  readonly rules: readonly GroupRule[];
  readonly count: number;
  /** What the rule goes by, in sentences. */
  readonly evidence: string;
  /** The rule takes for one prompt what may be several. */
  readonly isGuess: boolean;
  nameOf(group: number): string;
  /** Samples; undefined until all are read. */
  sizeOf(group: number): number | undefined;
  /** What narrows the table to the group. */
  brushOf(group: number): Pick<Brushes, 'responses' | 'prompts'>;
  /** The group that the table is narrowed to; -1 for none. */
  readonly chosen: number;
  /** The group of a row; -1 for none. */
  of(row: { readonly response?: number; readonly prompt?: number }): number;
  /** In what order rows stand where no column sorts them; undefined for that of the document. */
  readonly by: RowsBy | undefined;
}

/** Undefined where there is neither more than one response nor more than one prompt. */
export function sampleGroups(document: Grouped, view: Wanted): SampleGroups | undefined {
  if (document.responses === undefined && !hasSeveralPrompts(document)) return undefined;
  const rules = rulesOf(document);
  const rule = view.groupRule !== undefined && rules.includes(view.groupRule) ? view.groupRule : (rules[0] ?? 'none');
  const listed = listedResponses(document.responses?.names.length ?? 0, view);
  switch (rule) {
    case 'recorded':
      return recordedGroups(document, view, rules, listed);
    case 'prompt':
      return promptGroups(document, view, rules, listed);
    default:
      return responseGroups(document, view, rules, listed, rule);
  }
}

/** Told only of documents whose samples have been asked different things. */
export function hasSeveralPrompts({ prompts }: Pick<OpenDocument, 'prompts'>): boolean {
  return (prompts?.ends.length ?? 0) > 1;
}

/** What the file says comes first, then equal prompts where one of them is of several responses. */
function rulesOf({ responses, prompts }: Grouped): readonly GroupRule[] {
  // The samples of one call stay as they stand until a person wants them otherwise.
  if (responses === undefined) return ['none', 'prompt'];
  const isRecorded = responses?.groups !== undefined;
  const known = prompts?.ends.length ?? 0;
  const areShared = known > 0 && known < (responses?.names.length ?? 0);
  return [
    ...(isRecorded ? (['recorded'] as const) : []),
    ...(areShared ? (['prompt'] as const) : []),
    'response',
    ...(known > 0 && !areShared ? (['prompt'] as const) : []),
    'none',
  ];
}

type Rest = readonly [view: Wanted, rules: readonly GroupRule[], listed: ListedResponses];

function recordedGroups(document: Grouped, ...[view, rules, listed]: Rest): SampleGroups {
  const { responses, summaries } = document;
  const keys = responses?.groups ?? [];
  const { groupOf, members, names } = byKey(keys, listed);
  const place = Int32Array.from(listed.all, (response) => groupOf[response] ?? -1);
  // Sorting is stable: within a group the order of the list stays.
  const order = [...listed.all.keys()].sort((one, other) => (place[one] ?? 0) - (place[other] ?? 0));
  const inOrder = order.map((at) => listed.all[at] ?? 0);
  const size = (group: number): number | undefined =>
    summaries && (members[group] ?? []).reduce((sum, response) => sum + (summaries.samples[response] ?? 0), 0);
  const loose = keys.filter((key) => key === undefined).length;
  const left = loose === 0 ? '' : ` ${plural(loose, 'response')} ${loose === 1 ? 'has' : 'have'} no such key.`;
  return {
    rule: 'recorded',
    rules,
    count: members.length,
    evidence: `${responses?.grouping ?? 'The file says which samples are of one prompt.'}${left}`,
    isGuess: false,
    nameOf: (group) => names[group] ?? 'no key',
    sizeOf: size,
    brushOf: (group) => ({ responses: [...(members[group] ?? [])].sort((one, other) => one - other) }),
    chosen: chosenOf(view.brushes.responses, members),
    of: ({ response }) => (response === undefined ? -1 : (groupOf[response] ?? -1)),
    by: byRanks(inOrder, document),
  };
}

/** Groups in the order in which their first response stands; those without a key are the last. */
function byKey(keys: readonly (string | undefined)[], { all }: ListedResponses) {
  const numbers = new Map<string | undefined, number>();
  const members: number[][] = [];
  const groupOf = new Int32Array(keys.length).fill(-1);
  const sorted = [...all.filter((one) => keys[one] !== undefined), ...all.filter((one) => keys[one] === undefined)];
  for (const response of sorted) {
    const key = keys[response];
    let number = numbers.get(key);
    if (number === undefined) {
      number = members.length;
      numbers.set(key, number);
      members.push([]);
    }
    groupOf[response] = number;
    members[number]?.push(response);
  }
  return { groupOf, members, names: [...numbers.keys()] };
}

function promptGroups(document: Grouped, ...[view, rules, listed]: Rest): SampleGroups {
  const { prompts } = document;
  const count = prompts?.ends.length ?? 0;
  const chosen = view.brushes.prompts;
  const [only] = chosen ?? [];
  const ranks = byRanks(listed.all, document)?.ranks;
  const { stated = 0, ofInputs = 0, absent = 0 } = prompts ?? {};
  const sentences = [
    ...(stated > 0 ? ['Equal prompts and messages are one group, whatever else the calls ask for.'] : []),
    ...(ofInputs > 0
      ? [
          `Of ${plural(ofInputs, 'sample')} only the inputs are known: equal inputs may have stood in different templates.`,
        ]
      : []),
    ...(absent > 0 ? [`${plural(absent, 'sample')} ${absent === 1 ? 'states' : 'state'} no prompt.`] : []),
  ];
  return {
    rule: 'prompt',
    rules,
    count,
    evidence: sentences.join(' '),
    isGuess: ofInputs > 0,
    nameOf: (group) => (prompts && promptText(prompts, group)) || `prompt ${formatCount(group + 1)}`,
    sizeOf: (group) => prompts?.sizes[group],
    brushOf: (group) => ({ prompts: [group] }),
    chosen: chosen?.length === 1 && only !== undefined ? only : -1,
    of: ({ prompt }) => prompt ?? -1,
    by: count > 1 || ranks ? { ...(count > 1 && { isByPrompt: true }), ...(ranks && { ranks }) } : undefined,
  };
}

function responseGroups(
  document: Grouped,
  ...[view, rules, listed, rule]: readonly [...Rest, 'response' | 'none']
): SampleGroups {
  const { responses, summaries } = document;
  const { all } = listed;
  const chosen = view.brushes.responses;
  const [only] = chosen ?? [];
  const isOne = rule === 'response';
  const places = new Map(all.map((response, place) => [response, place]));
  return {
    rule,
    rules,
    count: isOne ? all.length : 0,
    evidence: isOne ? 'Each response is a group of its own.' : 'The samples are not grouped.',
    isGuess: false,
    nameOf: (group) => responses?.names[all[group] ?? -1] ?? '',
    sizeOf: (group) => summaries?.samples[all[group] ?? -1],
    brushOf: (group) => ({ responses: [all[group] ?? 0] }),
    chosen: isOne && chosen?.length === 1 && only !== undefined ? (places.get(only) ?? -1) : -1,
    of: ({ response }) => (isOne && response !== undefined ? (places.get(response) ?? -1) : -1),
    by: byRanks(all, document),
  };
}

/** Undefined where the rows of the document stand so. */
function byRanks(order: readonly number[], { isMixed, responses }: Grouped): RowsBy | undefined {
  const isAsTheyStand = isMixed !== true && order.every((response, at) => at === 0 || response > (order[at - 1] ?? -1));
  return isAsTheyStand ? undefined : { ranks: ranksOf(order, responses?.names.length ?? 0) };
}

function chosenOf(chosen: readonly number[] | undefined, members: readonly (readonly number[])[]): number {
  const [first] = chosen ?? [];
  if (chosen === undefined || first === undefined) return -1;
  const wanted = new Set(chosen);
  return members.findIndex(
    (own) => own.length === chosen.length && own.includes(first) && own.every((one) => wanted.has(one)),
  );
}

/** `4 groups of 3 to 5 samples`; what is not known yet is left out. */
export function groupCountWords({ count, sizeOf, rule }: SampleGroups): string {
  const noun = rule === 'prompt' ? 'prompt' : rule === 'response' ? 'response' : 'group';
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let group = 0; group < count; group++) {
    const size = sizeOf(group);
    if (size === undefined) return plural(count, noun);
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  if (count === 0) return plural(0, noun);
  const sizes = least === most ? plural(most, 'sample') : `${formatCount(least)} to ${plural(most, 'sample')}`;
  return `${plural(count, noun)} of ${sizes}`;
}

/** The view with the table narrowed to a group, to all for -1. */
export function withGroup<Of extends Wanted>(view: Of, groups: SampleGroups, group: number): Of {
  const { responses: _responses, prompts: _prompts, ...others } = view.brushes;
  return { ...view, brushes: group < 0 ? others : { ...others, ...groups.brushOf(group) } };
}

/** The view with another rule; what the table was narrowed to by the one before is let go of. */
export function withRule<Of extends Wanted>(view: Of, groupRule: GroupRule): Of {
  const { responses: _responses, prompts: _prompts, ...brushes } = view.brushes;
  return { ...view, groupRule, brushes };
}
