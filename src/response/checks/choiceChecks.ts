// HL022 to HL024 and HL041 to HL046 of a choice that is a sample itself: what can be found in an answer without what the platform adds to it.

import type { Pointer } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import type { ScannedGeneration } from '../generation.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';
import { type Check, runChecks } from './check.ts';
import { isKnown, isPlainEnd } from './finishChecks.ts';
import { argumentsCheck } from './reasonChecks.ts';
import { brokenFindings } from './textChecks.ts';

interface ChoiceSubject {
  readonly generation: ScannedGeneration;
  /** Where its text stands. */
  readonly place: Pointer;
  /** A reason may not have been written down, or is missed elsewhere. */
  readonly mayLackReason: boolean;
  /** The provider kept the whole response back, and said so beside the choices. */
  readonly isBlocked: boolean;
}

const choiceChecks: readonly Check<ChoiceSubject>[] = [
  {
    id: 'HL022',
    severity: 'warning',
    find({ generation: { pointer, outputKind, outputScan, refusal, toolCalls, finishReason }, isBlocked }) {
      const isEmpty = outputScan === undefined ? outputKind === 'null' : outputScan.units === 0;
      if (!isEmpty || toolCalls.length > 0 || finishReason?.class !== 'stop') return [];
      // A refusal or a blocked prompt says why: HL042 is about those.
      if (refusal !== undefined || isBlocked) return [];
      return [{ message: 'Empty generation that ended normally.', pointer }];
    },
  },
  {
    id: 'HL023',
    severity: 'info',
    find({ generation: { outputScan }, place }) {
      if (outputScan === undefined || outputScan.units === 0) return [];
      if (outputScan.strippedFrom < outputScan.strippedTo) return [];
      return [{ message: 'Only white space was generated.', pointer: place }];
    },
  },
  {
    id: 'HL024',
    severity: 'warning',
    find: ({ generation, place }) => (generation.outputScan?.isBroken ? brokenFindings(generation.output, place) : []),
  },
  {
    id: 'HL041',
    severity: 'warning',
    find({ generation: { finishReason } }) {
      if (finishReason?.class !== 'length') return [];
      return [{ message: 'Cut at the token limit.', pointer: finishReason.pointer }];
    },
  },
  {
    id: 'HL042',
    severity: 'warning',
    find({ generation: { finishReason, refusal }, place }) {
      const pointer =
        finishReason?.class === 'filter' ? finishReason.pointer : refusal === undefined ? undefined : place;
      return pointer === undefined
        ? []
        : [{ message: `Stopped by a content filter (${placeName(pointer)}).`, pointer }];
    },
  },
  {
    id: 'HL043',
    severity: 'warning',
    find({ generation: { pointer, finishReason, refusal }, isBlocked, mayLackReason }) {
      if (finishReason !== undefined || refusal !== undefined || isBlocked || mayLackReason) return [];
      return [{ message: 'No finish reason: unfinished stream piece?', pointer }];
    },
  },
  {
    id: 'HL044',
    severity: 'warning',
    find({ generation: { pointer, finishReason, toolCalls } }) {
      if (finishReason === undefined || !isKnown(finishReason.class)) return [];
      const isCall = finishReason.class === 'tool_call';
      if (isCall === toolCalls.length > 0) return [];
      if (!isCall && finishReason.class === 'stop' && isPlainEnd(finishReason.raw)) return [];
      return [
        {
          message: 'Finish reason and tool calls disagree.',
          pointer,
          related: [finishReason.pointer],
          detail: `The reason is "${finishReason.raw}", with ${plural(toolCalls.length, 'tool call')}.`,
        },
      ];
    },
  },
  argumentsCheck,
  {
    id: 'HL046',
    severity: 'info',
    find({ generation: { finishReason } }) {
      // A provider has words of its own; those of all families are known by their class.
      if (finishReason?.class !== 'unknown') return [];
      const { raw, pointer } = finishReason;
      return [{ message: `Undocumented finish reason "${raw.slice(0, 100)}".`, pointer }];
    },
  },
];

export function checkChoice(subject: ChoiceSubject): readonly Issue[] {
  return runChecks(choiceChecks, subject);
}
