// What was put into the template of a generation: every key with its text.

import type { GenerationDetail } from '../../response/questions.ts';
import { useQuestions } from '../../state/answer.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { TextSection } from './TextSection.tsx';
import { wholeText } from './wholeText.ts';

export function InputsTab({ detail }: { readonly detail: GenerationDetail }) {
  const questions = useQuestions();
  const inputs = detail.inputs ?? [];
  if (inputs.length === 0) return <EmptyState>This generation was made without inputs.</EmptyState>;
  return inputs.map(({ pointer, key, text, kind, isWhole }) => (
    <TextSection
      key={pointer}
      title={<PreviewText text={key} />}
      remark={[
        ...(kind === 'string' ? [] : [kind]),
        ...(isWhole ? [] : ['the start of a longer text; Copy gives all']),
      ].join(' · ')}
      pointer={pointer}
      text={text}
      emptyWords="empty text"
      copyLabel={`Copy ${key}`}
      copy={
        isWhole
          ? text
          : async () =>
              kind === 'string' ? wholeText(questions, pointer) : ((await questions.source(pointer)) ?? text)
      }
    />
  ));
}
