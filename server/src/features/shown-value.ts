import type { ResolvedEntry } from '../resolve/resolve.ts';

/** Stands where a value must not be read. */
export const HIDDEN = '••••••';

/** Words in a name of an unknown key that promise a secret. They are words, and no key's name. */
const SECRET_WORDS =
  /pass(?:word|wd|phrase|code)?s?(?![a-z])|secret|psk|token|credential|api_?key|private_?key|auth\w*key|shared_?key|pin(?:code)?$/i;

/** Whether a value must not appear anywhere outside its file. */
export function isSecret({ facts, match, entry }: ResolvedEntry): boolean {
  if (facts !== undefined) return facts.secret === true;
  if (match.kind === 'lookalike' && match.lookalike.secret === true) return true;
  return SECRET_WORDS.test(entry.address.name);
}

/** The value's text, or that there is one, where it is secret; passwords in addresses are hidden too. */
export function shownText(resolved: ResolvedEntry): string | undefined {
  const text = resolved.entry.value?.text;
  if (text === undefined || text === '') return text;
  return isSecret(resolved) ? HIDDEN : withoutPassword(text);
}

/** An address without the user's name and password that stand before its host. */
function withoutPassword(text: string): string {
  return text.replace(/(:\/\/)[^/@\s]*@/g, `$1${HIDDEN}@`);
}
