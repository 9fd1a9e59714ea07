// HL023, HL024 and HL045 of a choice that is a sample itself: what can be found in an answer without what the platform adds to it.

import type { Pointer } from '../../json/pointer.ts';
import type { ScannedGeneration } from '../generation.ts';
import type { Issue } from '../model.ts';
import { type Check, type GenerationFacts, runChecks } from './check.ts';
import { argumentsCheck } from './reasonChecks.ts';
import { brokenFindings } from './textChecks.ts';

interface ChoiceSubject {
  readonly generation: ScannedGeneration;
  /** Where its text stands. */
  readonly place: Pointer;
}

const choiceChecks: readonly Check<ChoiceSubject>[] = [
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
  argumentsCheck,
];

/** Issues of the sample, and the facts to give to `ResponseChecks.add`. Its index is that of one provider response, so that it is none here. */
export function checkChoice(
  generation: ScannedGeneration,
  place: Pointer,
): { readonly issues: readonly Issue[]; readonly facts: GenerationFacts } {
  const { pointer, position, finishReason, toolCalls, outputScan, outputKind } = generation;
  const isEmpty = outputScan === undefined ? outputKind === 'null' : outputScan.units === 0;
  return {
    issues: runChecks(choiceChecks, { generation, place }),
    facts: {
      pointer,
      position,
      ...(finishReason && { finishReason }),
      toolCallCount: toolCalls.length,
      hasText: (outputScan?.units ?? 0) > 0,
      inputsKey: '',
      isEmptyStop: isEmpty && toolCalls.length === 0 && finishReason?.class === 'stop',
      extraKeys: [],
    },
  };
}
