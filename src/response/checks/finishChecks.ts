// HL040 to HL042 and HL044: why a generation ended, beside what its provider says. The rest of the group needs the
// generation alone (`reasonChecks.ts`).

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import type { FinishClass } from '../model.ts';
import { placeName } from '../placeName.ts';
import { atMost, type Check, type Finding, type ResponseSubject } from './check.ts';
import { finishReasonOf, textKindOf } from './choiceFacts.ts';

export const finishChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL040',
    severity: 'error',
    find(subject) {
      const { generations, choices, links } = subject;
      const endings = new AmbiguousEndings(subject);
      return eachGeneration((position) => {
        const code = generations.finishCode(position);
        const choice = links.choice(position);
        if (code < 0 || choice < 0 || choices.table.finishCode(choice) === code) return undefined;
        const own = generations.finishReason(position);
        const other = choices.table.finishReason(choice);
        if (own === undefined || other === undefined) return undefined;
        if (!isKnown(own.class) || !isKnown(other.class)) return undefined;
        // That the provider's filter stopped it is what HL042 says.
        if (other.class === 'filter') return undefined;
        // A provider that ends a call with STOP has said `stop` as well.
        if (other.class === 'tool_call' && own.class === 'stop' && isPlainEnd(other.raw)) return undefined;
        // Which of equal texts it was is not known, so any of them may have ended like this.
        if (links.word(position) === 'ambiguous' && endings.of(position)?.has(own.class)) return undefined;
        return {
          message: `data[${position}].finish_reason is "${own.raw}", the provider said "${other.raw}".`,
          pointer: own.pointer,
          related: [other.pointer],
        };
      })(subject);
    },
  },
  {
    id: 'HL041',
    severity: 'warning',
    find: eachGeneration((position, { generations, choices, links }) => {
      const own = generations.finishClass(position);
      if (own !== undefined && own !== 'length') return undefined;
      const reason = generations.finishReason(position) ?? finishReasonOf(choices.table, links.choice(position));
      if (reason?.class !== 'length') return undefined;
      return { message: 'Cut at the token limit.', ...placed(position, reason.pointer) };
    }),
  },
  {
    id: 'HL042',
    severity: 'warning',
    find(subject) {
      const isTold = new Set<string>();
      const found = eachGeneration((position) => {
        const path = filterPlace(position, subject);
        if (path === undefined) return undefined;
        isTold.add(path);
        return { message: `Stopped by a content filter (${placeName(path)}).`, ...placed(position, path) };
      })(subject);
      const blocked: Finding[] = [];
      const { providers } = subject;
      for (const position of providers.with('blocked')) {
        const one = providers.table.isBlocked(position) ? providers.table.at(position)?.blocked : undefined;
        if (one === undefined || isTold.has(one.pointer)) continue;
        blocked.push({
          message: `Stopped by a content filter (${placeName(one.pointer)}).`,
          pointer: one.pointer,
          ...(one.reason !== '' && { detail: `The reason is ${one.reason.slice(0, 200)}.` }),
        });
      }
      return [...found, ...blocked];
    },
  },
  {
    id: 'HL044',
    severity: 'warning',
    find: eachGeneration((position, { generations, choices, links }) => {
      const own = generations.finishClass(position);
      if (own === undefined || !isKnown(own)) return undefined;
      const toolCallCount = generations.toolCallCount(position);
      const isCall = own === 'tool_call';
      if (isCall === toolCallCount > 0) return undefined;
      const finishReason = generations.finishReason(position);
      if (finishReason === undefined) return undefined;
      const theirs = finishReasonOf(choices.table, links.choice(position))?.raw ?? finishReason.raw;
      if (!isCall && finishReason.class === 'stop' && isPlainEnd(theirs)) return undefined;
      return {
        message: 'Finish reason and tool calls disagree.',
        pointer: pointerOf('data', position),
        related: [finishReason.pointer],
        detail: `The reason is "${finishReason.raw}", with ${plural(toolCallCount, 'tool call')}.`,
      };
    }),
  },
];

/** How the choices ended that nothing but index or order tells apart; gathered once, when somebody asks. */
class AmbiguousEndings {
  readonly #subject: Pick<ResponseSubject, 'ambiguous' | 'choices'>;
  #byGeneration: ReadonlyMap<number, ReadonlySet<FinishClass | undefined>> | undefined;

  constructor(subject: Pick<ResponseSubject, 'ambiguous' | 'choices'>) {
    this.#subject = subject;
  }

  /** Of the choices that the generation may have; undefined where it is surely one's. */
  of(position: number): ReadonlySet<FinishClass | undefined> | undefined {
    this.#byGeneration ??= this.#gathered();
    return this.#byGeneration.get(position);
  }

  #gathered(): ReadonlyMap<number, ReadonlySet<FinishClass | undefined>> {
    const { ambiguous, choices: all } = this.#subject;
    const { table, from, to } = all;
    const classOf = new Map<Pointer, FinishClass | undefined>();
    for (let choice = from; choice < to; choice++) classOf.set(table.choicePointer(choice), table.finishClass(choice));
    const endings = new Map<number, ReadonlySet<FinishClass | undefined>>();
    for (const { generations, choices } of ambiguous) {
      const classes = new Set(choices.map((pointer) => classOf.get(pointer)));
      for (const generation of generations) if (!endings.has(generation)) endings.set(generation, classes);
    }
    return endings;
  }
}

/** Findings generation by generation. */
function eachGeneration(
  find: (position: number, subject: ResponseSubject) => Finding | undefined,
): Check<ResponseSubject>['find'] {
  return (subject) => {
    const findings: Finding[] = [];
    const { first, end } = subject.generations;
    for (let position = first; position < end; position++) {
      const finding = find(position, subject);
      if (finding !== undefined) findings.push(finding);
    }
    return atMost(findings);
  };
}

/** Where it is said that a filter stopped it. */
function filterPlace(position: number, { generations, choices, links }: ResponseSubject): Pointer | undefined {
  if (generations.finishClass(position) === 'filter') return generations.finishReason(position)?.pointer;
  const choice = links.choice(position);
  if (choice < 0) return undefined;
  const { table } = choices;
  if (table.finishClass(choice) === 'filter') return table.finishReason(choice)?.pointer;
  if (textKindOf(table, choice) !== 'refusal') return undefined;
  return table.textPlaces(choice).first[0] ?? table.choicePointer(choice);
}

/** A finding about a generation, also where it stands in the provider response. */
function placed(position: number, place: Pointer): Pick<Finding, 'pointer' | 'related'> {
  const pointer = pointerOf('data', position);
  return place.startsWith(`${pointer}/`) ? { pointer: place } : { pointer, related: [place] };
}

export function isKnown(of: string): boolean {
  return of !== 'unknown' && of !== 'pending';
}

/** Gemini and Responses end a tool call with the word for a normal end. */
export function isPlainEnd(raw: string): boolean {
  return raw === 'STOP' || raw === '1' || raw === 'completed';
}
