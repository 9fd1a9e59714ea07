// All checks that need the whole response. Facts are added generation by generation; no texts are kept. Add a group by
// one line in the table.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Issue } from '../model.ts';
import { chatRootSchema, completionRootSchema } from '../schema.ts';
import { readResponseUsage } from '../usage.ts';
import { violations } from '../violations.ts';
import { type Check, type CheckContext, type LinkedFacts, type ResponseSubject, runChecks } from './check.ts';
import { countChecks } from './countChecks.ts';
import { emptyChecks } from './emptyChecks.ts';
import { finishChecks } from './finishChecks.ts';
import { type GenerationFact, GenerationFacts } from './generationFacts.ts';
import { linkChecks } from './linkChecks.ts';
import { providerChecks } from './providerChecks.ts';
import { rootChecks } from './rootChecks.ts';
import { sampleChecks } from './sampleChecks.ts';
import { usageChecks } from './usageChecks.ts';

const responseChecks: readonly Check<ResponseSubject>[] = [
  ...rootChecks,
  ...sampleChecks,
  ...emptyChecks,
  ...linkChecks,
  ...finishChecks,
  ...countChecks,
  ...providerChecks,
  ...usageChecks,
];

export interface ResponseChecks {
  /** In the order of `data`. */
  add(facts: GenerationFact): void;
  /** All issues of the response as a whole: HL001, HL003 at the root, and the table. */
  finish(linked: LinkedFacts): readonly Issue[];
}

/** Starts the checks of the response whose root object is at `root`. */
export function createResponseChecks(
  root: JsonCursor,
  context: CheckContext,
  generations = new GenerationFacts(),
): ResponseChecks {
  return {
    add(facts) {
      generations.add(facts);
    },
    finish(linked) {
      const schema = context.isChat ? chatRootSchema : completionRootSchema;
      const { issues, extraKeys } = context.roots?.violations(schema, root) ?? violations(schema, root, '');
      const samples = root.get('num_samples');
      const sampleCount = samples?.number();
      const usage = readResponseUsage(root);
      const subject: ResponseSubject = {
        ...linked,
        root,
        context,
        ...(samples &&
          Number.isInteger(sampleCount) && { sampleCount: { value: sampleCount as number, pointer: samples.pointer } }),
        ...(usage && { usage }),
        generations,
        rootExtraKeys: extraKeys,
      };
      return [...issues, ...runChecks(responseChecks, subject)];
    },
  };
}
