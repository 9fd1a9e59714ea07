// HL040 to HL042 and HL044: why a generation ended, beside what its provider says. The rest of the group needs the
// generation alone (`reasonChecks.ts`).

import type { Pointer } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import type { FinishClass } from '../model.ts';
import { placeName } from '../placeName.ts';
import {
  atMost,
  type Check,
  type Finding,
  type GenerationFacts,
  type LinkFacts,
  type ResponseSubject,
} from './check.ts';

export const finishChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL040',
    severity: 'error',
    find(subject) {
      const endings = new AmbiguousEndings(subject);
      return eachGeneration((generation, found) => {
        const own = generation.finishReason;
        const other = found?.choice?.finishReason;
        if (own === undefined || other === undefined || own.class === other.class) return [];
        if (!isKnown(own.class) || !isKnown(other.class)) return [];
        // That the provider's filter stopped it is what HL042 says.
        if (other.class === 'filter') return [];
        // A provider that ends a call with STOP has said `stop` as well.
        if (other.class === 'tool_call' && own.class === 'stop' && isPlainEnd(other.raw)) return [];
        // Which of equal texts it was is not known, so any of them may have ended like this.
        if (found?.word === 'ambiguous' && endings.of(generation.position)?.has(own.class)) return [];
        return [
          {
            message: `data[${generation.position}].finish_reason is "${own.raw}", the provider said "${other.raw}".`,
            pointer: own.pointer,
            related: [other.pointer],
          },
        ];
      })(subject);
    },
  },
  {
    id: 'HL041',
    severity: 'warning',
    find: eachGeneration((generation, found) => {
      const reason = generation.finishReason ?? found?.choice?.finishReason;
      if (reason?.class !== 'length') return [];
      return [{ message: 'Cut at the token limit.', ...placed(generation, reason.pointer) }];
    }),
  },
  {
    id: 'HL042',
    severity: 'warning',
    find(subject) {
      const isTold = new Set<string>();
      const found = eachGeneration((generation, link) => {
        const path = filterPlace(generation, link);
        if (path === undefined) return [];
        isTold.add(path);
        return [{ message: `Stopped by a content filter (${placeName(path)}).`, ...placed(generation, path) }];
      })(subject);
      const blocked = subject.providers.flatMap(({ blocked: one }): readonly Finding[] =>
        one === undefined || isTold.has(one.pointer)
          ? []
          : [
              {
                message: `Stopped by a content filter (${placeName(one.pointer)}).`,
                pointer: one.pointer,
                ...(one.reason !== '' && { detail: `The reason is ${one.reason.slice(0, 200)}.` }),
              },
            ],
      );
      return [...found, ...blocked];
    },
  },
  {
    id: 'HL044',
    severity: 'warning',
    find: eachGeneration(({ pointer, finishReason, toolCallCount }, found) => {
      if (finishReason === undefined || !isKnown(finishReason.class)) return [];
      const isCall = finishReason.class === 'tool_call';
      if (isCall === toolCallCount > 0) return [];
      const theirs = found?.choice?.finishReason?.raw ?? finishReason.raw;
      if (!isCall && finishReason.class === 'stop' && isPlainEnd(theirs)) return [];
      return [
        {
          message: 'Finish reason and tool calls disagree.',
          pointer,
          related: [finishReason.pointer],
          detail: `The reason is "${finishReason.raw}", with ${plural(toolCallCount, 'tool call')}.`,
        },
      ];
    }),
  },
];

/** How the choices ended that nothing but index or order tells apart; gathered once, when somebody asks. */
class AmbiguousEndings {
  readonly #subject: Pick<ResponseSubject, 'ambiguous' | 'providers'>;
  #byGeneration: ReadonlyMap<number, ReadonlySet<FinishClass | undefined>> | undefined;

  constructor(subject: Pick<ResponseSubject, 'ambiguous' | 'providers'>) {
    this.#subject = subject;
  }

  /** Of the choices that the generation may have; undefined where it is surely one's. */
  of(position: number): ReadonlySet<FinishClass | undefined> | undefined {
    this.#byGeneration ??= this.#gathered();
    return this.#byGeneration.get(position);
  }

  #gathered(): ReadonlyMap<number, ReadonlySet<FinishClass | undefined>> {
    const { ambiguous, providers } = this.#subject;
    const classOf = new Map<Pointer, FinishClass | undefined>();
    for (const { choices } of providers) {
      for (const { pointer, finishReason } of choices) classOf.set(pointer, finishReason?.class);
    }
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
  find: (generation: GenerationFacts, found: LinkFacts | undefined, subject: ResponseSubject) => readonly Finding[],
): Check<ResponseSubject>['find'] {
  return (subject) => {
    const findings: Finding[] = [];
    for (const generation of subject.generations) {
      for (const finding of find(generation, subject.linkOf(generation.position), subject)) findings.push(finding);
    }
    return atMost(findings);
  };
}

/** Where it is said that a filter stopped it. */
function filterPlace({ finishReason }: GenerationFacts, found: LinkFacts | undefined): Finding['pointer'] | undefined {
  if (finishReason?.class === 'filter') return finishReason.pointer;
  const { choice } = found ?? {};
  if (choice?.finishReason?.class === 'filter') return choice.finishReason.pointer;
  if (choice?.textKind === 'refusal') return choice.textPointer ?? choice.pointer;
  return undefined;
}

/** A finding about a generation, also where it stands in the provider response. */
function placed({ pointer }: GenerationFacts, place: Finding['pointer']): Pick<Finding, 'pointer' | 'related'> {
  return place.startsWith(`${pointer}/`) ? { pointer: place } : { pointer, related: [place] };
}

function isKnown(of: string): boolean {
  return of !== 'unknown' && of !== 'pending';
}

/** Gemini and Responses end a tool call with the word for a normal end. */
function isPlainEnd(raw: string): boolean {
  return raw === 'STOP' || raw === '1' || raw === 'completed';
}
