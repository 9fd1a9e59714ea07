// Draws a text that was read as Markdown. What a model wrote can neither run nor load anything: images are their words and address, and a link that may
// be followed shows where it leads.

import { Fragment, memo, type ReactNode } from 'react';
import { followable, type MarkdownElement, type MarkdownNode } from '../../analysis/markdown.ts';
import { PreviewText, VisibleRuns } from '../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './MarkdownView.module.css';

/** Headings stand below that of the pane. */
const levelAbove = 2;

export const MarkdownView = memo(function MarkdownView({ nodes }: { readonly nodes: readonly MarkdownNode[] }) {
  return <div className={styles.markdown}>{drawAll(nodes)}</div>;
});

function drawAll(nodes: readonly MarkdownNode[]): ReactNode {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
    <Fragment key={at}>{draw(node)}</Fragment>
  ));
}

function draw(node: MarkdownNode): ReactNode {
  if (typeof node === 'string') return <VisibleRuns text={node} showInvisible={false} />;
  const { tag, children, start } = node;
  switch (tag) {
    case 'heading':
      return <Heading node={node} />;
    case 'link':
      return <Link node={node} />;
    case 'image':
      return (
        <span className={styles.image} title="Images are not loaded">
          image: {drawAll(children)} <Address text={node.address ?? ''} />
        </span>
      );
    case 'br':
      return <br />;
    case 'hr':
      return <hr className={styles.rule} />;
    case 'task':
      return (
        <>
          <span aria-hidden="true">{node.isDone ? '☑' : '☐'}</span>
          <VisuallyHidden>{node.isDone ? 'done: ' : 'to do: '}</VisuallyHidden>
        </>
      );
    case 'th':
    case 'td': {
      const Tag = tag;
      return <Tag data-align={node.align}>{drawAll(children)}</Tag>;
    }
    case 'ol':
      return <ol start={start}>{drawAll(children)}</ol>;
    default: {
      const Tag = tag;
      return <Tag>{drawAll(children)}</Tag>;
    }
  }
}

/** Its level is that of the page, not of the text, and may go beyond six: no element says that. */
function Heading({ node: { children, level } }: { readonly node: MarkdownElement }) {
  return (
    <div
      role="heading"
      aria-level={(level?.nested ?? 1) + levelAbove}
      className={styles.heading}
      data-size={level?.written}
    >
      {drawAll(children)}
    </div>
  );
}

function Link({ node: { children, address = '' } }: { readonly node: MarkdownElement }) {
  const href = followable(address);
  if (href === undefined) {
    return (
      <span title="This address is not followed">
        {drawAll(children)} <Address text={address} />
      </span>
    );
  }
  const isSame = children.length === 1 && (children[0] === href || children[0] === address);
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer" className={styles.link}>
        {drawAll(children)}
      </a>
      {isSame ? null : (
        <>
          {' '}
          <Address text={href} />
        </>
      )}
    </>
  );
}

function Address({ text }: { readonly text: string }) {
  return (
    <span className={styles.address}>
      (<PreviewText text={text} maxLength={2000} className={styles.addressText} />)
    </span>
  );
}
