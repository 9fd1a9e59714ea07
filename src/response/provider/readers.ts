// All readers in the order in which they are asked; the first that recognises a body reads it. The order matters: shapes
// further down are less particular.

import { anthropicComplete } from './anthropicComplete.ts';
import { anthropicMessages } from './anthropicMessages.ts';
import { openaiChat } from './openaiChat.ts';
import { openaiCompletion } from './openaiCompletion.ts';
import type { ProviderReader } from './reading.ts';

export const providerReaders: readonly ProviderReader[] = [
  openaiChat,
  openaiCompletion,
  anthropicMessages,
  anthropicComplete,
];
