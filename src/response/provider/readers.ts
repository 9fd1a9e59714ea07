// All readers in the order in which they are asked; the first that recognises a body reads it.
// The order matters: shapes further down are less particular.

import { ai21 } from './ai21.ts';
import { alephAlpha } from './alephAlpha.ts';
import { anthropicComplete } from './anthropicComplete.ts';
import { anthropicMessages } from './anthropicMessages.ts';
import { anthropicCompleteStream, anthropicMessagesStream } from './anthropicStream.ts';
import { bedrockConverse, bedrockLlama, bedrockMistral, bedrockTitan } from './bedrock.ts';
import { cohereChatV1, cohereChatV2, cohereGenerate } from './cohere.ts';
import { errorBody } from './errorBody.ts';
import { gemini } from './gemini.ts';
import { langchain } from './langchain.ts';
import { llamaCpp, ollama } from './localServers.ts';
import { openaiChat } from './openaiChat.ts';
import { openaiChunks } from './openaiChunks.ts';
import { openaiCompletion } from './openaiCompletion.ts';
import { openaiEdit } from './openaiEdit.ts';
import { openaiResponses, openaiResponsesStream } from './openaiResponses.ts';
import { palm, vertexPredict } from './palm.ts';
import { plainText } from './plainText.ts';
import type { ProviderReader } from './reading.ts';
import { replicate } from './replicate.ts';
import { tgi } from './tgi.ts';
import { watsonx } from './watsonx.ts';

export const providerReaders: readonly ProviderReader[] = [
  errorBody,
  openaiResponses,
  openaiResponsesStream,
  openaiEdit,
  openaiChunks,
  openaiChat,
  openaiCompletion,
  langchain,
  cohereGenerate,
  ai21,
  alephAlpha,
  palm,
  gemini,
  vertexPredict,
  anthropicMessages,
  anthropicMessagesStream,
  anthropicComplete,
  anthropicCompleteStream,
  bedrockConverse,
  cohereChatV2,
  cohereChatV1,
  bedrockLlama,
  bedrockMistral,
  bedrockTitan,
  watsonx,
  tgi,
  replicate,
  ollama,
  llamaCpp,
  plainText,
];
