// The page of states (npm run dev, #states): every state of the list beside the others, each as the whole page in a frame of the chosen size and
// theme. In such a frame it brings the state about by what a person can do: paste and press. Never part of a build.

import { type PageState, pageStates } from './states.ts';

const sizes = [
  [1440, 900],
  [1024, 700],
  [720, 450],
  [390, 844],
] as const;

// Frames of one tab share its session: without it each keeps documents of its own, and this page opens none.
if (location.search.startsWith('?state=') || location.hash === '#states')
  Object.defineProperty(window, 'sessionStorage', { value: undefined });

const own = new URL(location.href).searchParams.get('state');
const state = pageStates.find(({ name }) => name === own);
if (state) bringAbout(state);
else if (location.hash === '#states') showAll();
addEventListener('hashchange', () => {
  if (location.hash === '#states') location.reload();
});

function showAll(): void {
  document.title = 'States';
  const root = element('main', { style: 'position: fixed; inset: 0; overflow: auto; padding: 16px' });
  const size = select(
    'Size',
    sizes.map((one) => one.join(' × ')),
  );
  const theme = select('Theme', ['light', 'dark']);
  const frames = pageStates.map(({ name }) => {
    const frame = element('iframe', { loading: 'lazy', title: name, src: `/?state=${encodeURIComponent(name)}` });
    const heading = element('h2', {});
    heading.append(name);
    root.append(heading, frame);
    return frame;
  });
  const arrange = (): void => {
    const [width, height] = sizes[size.selectedIndex] ?? sizes[0];
    for (const frame of frames) {
      frame.style.cssText = `width: ${width}px; height: ${height}px; border: 1px solid; color-scheme: ${theme.value}`;
    }
  };
  size.onchange = arrange;
  theme.onchange = arrange;
  arrange();
  root.prepend(size, theme);
  // The page below them stays what it is, unseen.
  document.getElementById('root')?.setAttribute('hidden', '');
  document.body.append(root);
}

function select(label: string, options: readonly string[]): HTMLSelectElement {
  const made = element('select', { 'aria-label': label });
  made.append(...options.map((option) => new Option(option)));
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function bringAbout({ documents, load, tab, presses = [], typed }: PageState): void {
  if (load === 'loading') Worker.prototype.postMessage = () => undefined;
  void (async () => {
    // The box gets the focus when the page has begun to listen.
    await until(() => document.activeElement instanceof HTMLTextAreaElement || undefined);
    for (const { name, text } of documents) {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([text()], name, { type: 'application/json' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      if (load !== 'loading')
        await until(() => document.querySelector('main[data-load="complete"], main[data-load="failed"]'));
    }
    if (tab !== undefined) (await until(() => named(tab, '[role="tab"]'))).click();
    for (const name of presses) (await until(() => named(name))).click();
    if (typed !== undefined) {
      await until(() => document.activeElement instanceof HTMLInputElement || undefined);
      // Of no use to anybody else, and still what types into a field as a person does.
      document.execCommand('insertText', false, typed);
    }
  })();
}

function named(name: string, among = 'button, input, [role="tab"], [role="option"]'): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(among)].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
}

async function until<T>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
