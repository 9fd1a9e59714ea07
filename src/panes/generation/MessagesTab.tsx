// The messages that a chat generation answers.

import type { GenerationDetail } from '../../response/questions.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { TextSection } from './TextSection.tsx';

export function MessagesTab({ detail }: { readonly detail: GenerationDetail }) {
  const messages = detail.messages ?? [];
  if (messages.length === 0) return <EmptyState>This generation lists no messages.</EmptyState>;
  return messages.map(({ pointer, role, text }, at) => (
    <TextSection
      key={pointer}
      title={<PreviewText text={role === '' ? 'no role' : role} />}
      remark={`message ${at}`}
      pointer={pointer}
      text={text}
      emptyWords="no content"
      copyLabel={`Copy message ${at}`}
      copy={text}
    />
  ));
}
