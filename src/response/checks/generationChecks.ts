// All checks of one generation, run while the response is being read. Add a group by one line in the table.

import type { JsonCursor } from '../../json/cursor.ts';
import type { ScannedGeneration } from '../generation.ts';
import type { Issue } from '../model.ts';
import { chatGenerationSchema, completionGenerationSchema } from '../schema.ts';
import type { SharedIssues } from '../violations.ts';
import { type Check, type CheckContext, type GenerationSubject, runChecks } from './check.ts';
import type { GenerationFact } from './generationFacts.ts';
import { reasonChecks } from './reasonChecks.ts';
import { textChecks } from './textChecks.ts';

const generationChecks: readonly Check<GenerationSubject>[] = [...textChecks, ...reasonChecks];

/** Issues of one generation (HL002, HL003 and the table above; those that it shares with others of its shape apart), and the facts to give to `ResponseChecks.add`. */
export function checkGeneration(
  generation: ScannedGeneration,
  cursor: JsonCursor,
  context: CheckContext,
): {
  readonly issues: readonly Issue[];
  readonly shared?: SharedIssues;
  readonly facts: GenerationFact;
} {
  const { position, id, index, modelConfigId, toolCalls, finishReason } = generation;
  const { outputScan, rawScan } = generation;
  const schema = context.isChat ? chatGenerationSchema : completionGenerationSchema;
  const { issues, shared, extraKeys } = context.shapes.violations(schema, cursor, position);
  const isEmpty = outputScan?.units === 0 && rawScan?.units === 0 && toolCalls.length === 0;
  return {
    issues: [...issues, ...runChecks(generationChecks, { generation, cursor, context })],
    ...(shared && { shared }),
    facts: {
      id,
      index,
      modelConfigId,
      finishReason,
      toolCallCount: toolCalls.length,
      hasText: (outputScan?.units ?? 0) > 0 || (rawScan?.units ?? 0) > 0,
      inputsKey: context.inputs.keyOf(cursor.get('inputs')),
      isEmptyStop: isEmpty && finishReason?.class === 'stop',
      extraKeys,
    },
  };
}
