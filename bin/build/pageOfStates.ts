// In development only: the page takes the script of the states along, which shows them at #states. A build never sees it.
import type { Plugin } from 'vite';

export function pageOfStates(script: string): Plugin {
  return {
    name: 'page-of-states',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: `/${script}` }, injectTo: 'head' }],
  };
}
