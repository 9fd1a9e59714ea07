// A choice of a provider response as the sample that it is, where a document has no `data`. What only the platform adds (id, model config, inputs,
// raw output) is absent. Knows no format of a provider.

import type { Pointer } from '../json/pointer.ts';
import type { ScannedGeneration } from './generation.ts';
import type { FinishReason, OutputKind, ToolCall, ToolResult } from './model.ts';
import type { ProviderChoice } from './provider/reading.ts';
import { startOf } from './text/startOf.ts';
import { TextScan } from './text/textScan.ts';

export class ChoiceGeneration implements ScannedGeneration {
  readonly position: number;
  readonly outputKind: OutputKind;
  readonly outputScan: TextScan | undefined;
  readonly toolResults: readonly ToolResult[] = [];
  readonly toolResultCount = 0;
  readonly rawScan = undefined;
  readonly hasInputs = false;
  readonly hasMessages = false;
  readonly inputsKey = '';
  declare readonly index?: number;
  declare readonly finishReason?: FinishReason;
  readonly #choice: ProviderChoice;

  /** `position`: among the samples of the document. `scan`: of the text of the choice, null where it has none; made where it is not given. */
  constructor(choice: ProviderChoice, position: number, scan: TextScan | null = scanOf(choice)) {
    this.#choice = choice;
    this.position = position;
    const hasOutput = scan !== null && choice.textKind !== 'refusal';
    this.outputKind = hasOutput ? 'text' : choice.textKind === 'missing' ? 'missing' : 'null';
    this.outputScan = hasOutput ? scan : undefined;
    if (choice.index !== undefined) this.index = choice.index;
    if (choice.finishReason !== undefined) this.finishReason = choice.finishReason;
  }

  get pointer(): Pointer {
    return this.#choice.pointer;
  }

  get output(): string | undefined {
    return this.outputKind === 'text' ? (this.#choice.text ?? undefined) : undefined;
  }

  get refusal(): string | undefined {
    return this.#choice.textKind === 'refusal' ? this.#choice.text || undefined : undefined;
  }

  get toolCalls(): readonly ToolCall[] {
    return this.#choice.toolCalls;
  }

  /** Of a refusal its text: it is what the choice says. */
  outputStart(most: number): { readonly text: string; readonly isWhole: boolean } {
    return startOf(this.output ?? this.refusal ?? '', most);
  }
}

function scanOf(choice: ProviderChoice): TextScan | null {
  const scan = new TextScan();
  return choice.scanText(scan) ? scan : null;
}
