// What the tabs are called, on the tabs and in commands.

import type { CompareTab, GenerationTab } from './view.ts';

export const generationTabNames: Readonly<Record<GenerationTab, string>> = {
  output: 'Output',
  tokens: 'Tokens',
  inputs: 'Inputs',
  messages: 'Messages',
  tools: 'Tools',
  json: 'JSON',
};

export const compareTabNames: Readonly<Record<CompareTab, string>> = {
  consensus: 'Consensus',
  aligned: 'Aligned',
  distinct: 'Distinct',
  similarity: 'Similarity',
  fields: 'Fields',
  branches: 'Branches',
  vote: 'Vote',
  expected: 'Expected and observed',
};
