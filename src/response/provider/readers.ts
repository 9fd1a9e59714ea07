// All readers in the order in which they are asked; the first that recognises a body reads it.
// The order matters: shapes further down are less particular.

import { ai21 } from './ai21.ts';
import { alephAlpha, alephAlphaStream } from './alephAlpha.ts';
import { anthropicComplete } from './anthropicComplete.ts';
import { anthropicMessages } from './anthropicMessages.ts';
import { anthropicCompleteStream, anthropicMessagesStream } from './anthropicStream.ts';
import { bedrockConverse, bedrockLlama, bedrockMistral, bedrockTitan } from './bedrock.ts';
import {
  bedrockConverseStream,
  bedrockLlamaStream,
  bedrockMistralStream,
  bedrockTitanStream,
} from './bedrockStream.ts';
import { cohereChatV1, cohereChatV2, cohereGenerate } from './cohere.ts';
import { cohereChatV1Stream, cohereChatV2Stream } from './cohereStream.ts';
import { bareMessage, errorBody } from './errorBody.ts';
import { gemini, geminiStream } from './gemini.ts';
import { helm } from './helm.ts';
import { langchain } from './langchain.ts';
import { langchainMessages } from './langchainMessages.ts';
import { llamaCpp, llamaCppStream, ollama, ollamaStream } from './localServers.ts';
import { openaiChat } from './openaiChat.ts';
import { openaiChunks } from './openaiChunks.ts';
import { openaiCompletion } from './openaiCompletion.ts';
import { openaiEdit } from './openaiEdit.ts';
import { openaiChoices, openaiMessage } from './openaiPieces.ts';
import { openaiResponses } from './openaiResponses.ts';
import { openaiResponsesStream } from './openaiResponsesStream.ts';
import { palm, vertexPredict } from './palm.ts';
import { plainText } from './plainText.ts';
import type { ProviderReader } from './reading.ts';
import { replicate, replicateStream } from './replicate.ts';
import { tgi, tgiStream } from './tgi.ts';
import { watsonx, watsonxStream } from './watsonx.ts';

export const providerReaders: readonly ProviderReader[] = [
  // A response that failed is a response all the same.
  openaiResponses,
  errorBody,
  openaiResponsesStream,
  openaiEdit,
  openaiChunks,
  openaiChat,
  openaiCompletion,
  langchain,
  langchainMessages,
  openaiChoices,
  cohereGenerate,
  ai21,
  alephAlpha,
  alephAlphaStream,
  helm,
  palm,
  gemini,
  geminiStream,
  vertexPredict,
  anthropicMessages,
  anthropicMessagesStream,
  anthropicComplete,
  anthropicCompleteStream,
  bedrockConverse,
  bedrockConverseStream,
  cohereChatV2,
  cohereChatV2Stream,
  cohereChatV1,
  cohereChatV1Stream,
  bedrockLlama,
  bedrockLlamaStream,
  bedrockMistral,
  bedrockMistralStream,
  bedrockTitan,
  bedrockTitanStream,
  watsonx,
  watsonxStream,
  tgi,
  tgiStream,
  replicate,
  replicateStream,
  ollama,
  ollamaStream,
  llamaCpp,
  llamaCppStream,
  openaiMessage,
  plainText,
  bareMessage,
];
