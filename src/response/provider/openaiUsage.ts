// Token counts in the shape of OpenAI, and hints at the vendor behind that shape. The hints are for a label only.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Usage } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { firstItem, isSet } from './parts.ts';

/** `usage` with prompt_tokens, completion_tokens, total_tokens and their details. */
export function readOpenaiUsage(usage: JsonCursor | undefined): Usage | undefined {
  if (usage === undefined) return undefined;
  return usageOf(usage.pointer, {
    prompt: readCount(usage.get('prompt_tokens')),
    generation: readCount(usage.get('completion_tokens')),
    total: readCount(usage.get('total_tokens')),
    cached:
      readCount(usage.get('prompt_tokens_details')?.get('cached_tokens')) ??
      readCount(usage.get('cached_tokens')) ??
      readCount(usage.get('prompt_cache_hit_tokens')),
    reasoning:
      readCount(usage.get('completion_tokens_details')?.get('reasoning_tokens')) ??
      readCount(usage.get('reasoning_tokens')),
  });
}

const releaseNumber = /^\d+\.\d+\.\d+/;

/** Who probably answered in the shape of OpenAI; undefined when nothing hints at anybody else. */
export function vendorHint(body: JsonCursor): string | undefined {
  const first = firstItem(body.get('choices'));
  const usage = body.get('usage');
  const fingerprint = body.get('system_fingerprint')?.text() ?? '';
  const isAzure = [
    body.get('prompt_filter_results'),
    body.get('prompt_annotations'),
    first?.get('content_filter_results'),
  ];
  if (isAzure.some(isSet)) return 'Azure OpenAI';
  if (isSet(body.get('x_groq')) || isSet(usage?.get('queue_time'))) return 'Groq';
  if (isSet(usage?.get('prompt_cache_hit_tokens'))) return 'DeepSeek';
  if (body.get('prompt')?.kind === 'array') return 'Together';
  if (body.get('prompt_logprobs') || body.get('kv_transfer_params') || first?.get('stop_reason')) return 'vLLM';
  if (fingerprint === 'fp_ollama') return 'Ollama';
  if (releaseNumber.test(fingerprint)) return 'Text Generation Inference';
  return undefined;
}
