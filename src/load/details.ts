// What is told of one generation and of one choice: their texts in windows, and what stands beside them. Pure; runs in the worker.

import { callText } from '../response/callText.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import { pyStrip } from '../response/pythonStrip.ts';
import type { ChoiceDetail, GenerationDetail } from '../response/questions.ts';
import type { Samples } from './samples.ts';
import { windowOf } from './textWindow.ts';

/** The output that a pane takes as one text; a longer one comes in windows. */
const detailLength = 1_000_000;
const longestCall = 2000;
const mostCalls = 20;

export function generationDetail(samples: Samples, position: number): GenerationDetail | undefined {
  const generation = samples.generation(position);
  if (generation === undefined) return undefined;
  const { pointer, output, rawOutput, refusal } = generation;
  const { parts } = samples;
  const stripped = rawOutput === undefined ? undefined : pyStrip(rawOutput);
  return {
    pointer,
    position,
    ...(output === undefined ? {} : { output: windowOf(output, 0, detailLength) }),
    ...(rawOutput === undefined ? {} : { rawOutput: windowOf(rawOutput, 0, detailLength) }),
    ...(refusal === undefined ? {} : { refusal: windowOf(refusal, 0, detailLength) }),
    ...(rawOutput !== undefined && rawOutput === output
      ? { stripped: { leading: 0, trailing: 0 } }
      : stripped !== undefined && stripped.text === output
        ? { stripped: { leading: stripped.leading, trailing: stripped.trailing } }
        : {}),
    counts: parts.counts(position),
    calls: parts.calls(position, 0, mostCalls).map((call) => ({
      pointer: call.pointer,
      text: callText(call, { most: longestCall }).text,
    })),
  };
}

export function choiceDetail(choice: ProviderChoice): ChoiceDetail {
  const { pointer, position, text, toolCalls } = choice;
  return {
    pointer,
    position,
    ...(text !== null && { text: windowOf(text, 0, detailLength) }),
    toolCalls,
  };
}
