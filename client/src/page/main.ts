/**
 * The script in the page of a summary. It shows what the extension sends, and tells it what is clicked; nothing else is
 * known here. Focus and scrolling stay where they are when newer contents come.
 */

import type { FromPage, PageState, ToPage } from './page-messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const summary = elementOf('summary');
const news = elementOf('news');
const style = elementOf('style');
let round = 0;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'show':
      show(data);
      break;
    case 'say':
      news.textContent = data.news;
      break;
    case 'wait':
      summary.setAttribute('aria-busy', 'true');
      break;
  }
});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const { range, fix, command } = button?.dataset ?? {};
  if (range !== undefined) editor.postMessage({ type: 'go', round, range });
  else if (fix !== undefined) editor.postMessage({ type: 'fix', round, fix });
  else if (command !== undefined) editor.postMessage({ type: 'command', round, command });
});

editor.postMessage({ type: 'ready' });

function show(message: Extract<ToPage, { readonly type: 'show' }>): void {
  const focused = focusedPlace();
  round = message.round;
  if (style.textContent !== message.style) style.textContent = message.style;
  // The extension escapes all text, and the page's security policy lets no script in it run.
  summary.innerHTML = message.body;
  summary.removeAttribute('aria-busy');
  if (focused !== undefined) focusAgain(focused);
  if (news.textContent !== message.news) news.textContent = message.news;
  editor.setState(message.state);
}

interface FocusedPlace {
  readonly key: string | undefined;
  /** Among the buttons with this key. */
  readonly which: number;
  /** Among all buttons. */
  readonly index: number;
}

function focusedPlace(): FocusedPlace | undefined {
  const all = buttons();
  const index = all.indexOf(document.activeElement as HTMLButtonElement);
  if (index < 0) return undefined;
  const key = all[index]?.dataset.key;
  return { key, which: withKey(all.slice(0, index), key).length, index };
}

/** On the same button; where it is gone, as after a fix, on the one in its place. */
function focusAgain({ key, which, index }: FocusedPlace): void {
  const all = buttons();
  const next = withKey(all, key)[which] ?? all[Math.min(index, all.length - 1)];
  (next ?? document.getElementById('title'))?.focus({ preventScroll: true });
}

function withKey(all: readonly HTMLButtonElement[], key: string | undefined): readonly HTMLButtonElement[] {
  return all.filter((button) => button.dataset.key === key);
}

function buttons(): readonly HTMLButtonElement[] {
  return [...summary.querySelectorAll('button')];
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element;
}
