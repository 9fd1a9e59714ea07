// Reads a text as Markdown (CommonMark with the tables, tasks and strike-through of GitHub Flavored Markdown), in the disposable worker:
// hostile texts take a parser seconds. The library is loaded when it is first wanted. HTML in the text is text.

import type { ReactNode } from 'react';
import type { MarkdownElement, MarkdownNode, MarkdownTag } from '../analysis/markdown.ts';

/** What the library calls an element, by our name of it; the content of any other stands without it. */
const tagOf: Readonly<Record<string, MarkdownTag>> = {
  p: 'p',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  pre: 'pre',
  code: 'code',
  em: 'em',
  strong: 'strong',
  br: 'br',
  hr: 'hr',
  del: 'del',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
  // The only field that the library makes is the box of a task.
  input: 'task',
  a: 'link',
  img: 'image',
};

/** Elements within elements; what is nested deeper stands without its element. */
const deepest = 60;

interface Shape {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
}

/** Throws where the text is nested so deep that the parser fails. */
export async function readMarkdown(text: string): Promise<readonly MarkdownNode[]> {
  const [{ default: Markdown }, { default: gfm }] = await Promise.all([import('react-markdown'), import('remark-gfm')]);
  let lastLevel = 0;

  function nodesOf(node: unknown, depth: number): readonly MarkdownNode[] {
    if (typeof node === 'string') return [node];
    if (Array.isArray(node)) return node.flatMap((one) => nodesOf(one, depth));
    if (typeof node !== 'object' || node === null || !('props' in node)) return [];
    // Sound: what has props is an element.
    const { type, props } = node as Shape;
    const isWithin = typeof props.href === 'string' && props.href.startsWith('#user-content-fn');
    // A footnote is its number and its words: there is no place in the page to go to.
    const tag = typeof type === 'string' && Object.hasOwn(tagOf, type) && !isWithin ? tagOf[type] : undefined;
    if (tag === undefined || depth > deepest) return nodesOf(props.children, depth);
    const level = tag === 'heading' && typeof type === 'string' ? levelOf(Number(type.slice(1))) : undefined;
    const children = nodesOf(tag === 'image' ? props.alt : props.children, depth + 1);
    const align = tag === 'th' || tag === 'td' ? alignOf(props.style) : undefined;
    const address = tag === 'link' ? props.href : tag === 'image' ? props.src : undefined;
    return [
      {
        tag,
        children,
        ...(level && { level }),
        ...(tag === 'task' && { isDone: props.checked === true }),
        ...(align && { align }),
        ...(typeof props.start === 'number' && { start: props.start }),
        ...(typeof address === 'string' && { address }),
      } satisfies MarkdownElement,
    ];
  }

  function levelOf(written: number): MarkdownElement['level'] {
    lastLevel = Math.min(written, lastLevel + 1);
    return { written, nested: lastLevel };
  }

  return nodesOf(
    Markdown({
      children: text,
      // One tilde often means "about".
      remarkPlugins: [[gfm, { singleTilde: false }]],
      // Every address is kept as it was written; the page decides which may be followed.
      urlTransform: (address) => address,
    }),
    0,
  );
}

function alignOf(style: unknown): MarkdownElement['align'] {
  const align = typeof style === 'object' && style !== null && 'textAlign' in style ? style.textAlign : undefined;
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined;
}
