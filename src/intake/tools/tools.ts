// Tools whose logs are read, in the order in which they are asked: keys that are more particular come first. A new tool is one file and one line here.

import { aiSdk } from './aiSdk.ts';
import { batch } from './batch.ts';
import { dspy, langChain, liteLlm } from './calls.ts';
import { chatGpt, openWebUi, sillyTavern } from './chats.ts';
import { helm } from './helm.ts';
import { humanEval } from './humanEval.ts';
import { inspect } from './inspect.ts';
import { langfuse } from './langfuse.ts';
import { llm } from './llm.ts';
import { lmEval } from './lmEval.ts';
import { openTelemetry } from './openTelemetry.ts';
import { promptfoo } from './promptfoo.ts';
import type { Tool } from './tool.ts';

export const tools: readonly Tool[] = [
  inspect,
  helm,
  lmEval,
  batch,
  openTelemetry,
  promptfoo,
  aiSdk,
  langfuse,
  dspy,
  liteLlm,
  langChain,
  llm,
  humanEval,
  chatGpt,
  openWebUi,
  sillyTavern,
];
