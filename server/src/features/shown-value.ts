import type { ResolvedEntry } from '../resolve/resolve.ts';
import { applyEdits } from '../text/edits.ts';
import { joinedRanges, type OffsetRange } from '../text/range.ts';

/** Stands where a value must not be read. */
const HIDDEN = '••••••';

/** Words in a name of an unknown key that promise a secret. They are words, and no key's name. */
export const SECRET_WORDS =
  /pass(?:word|wd|phrase|code)?s?(?![a-z])|secret|psk|token|credential|api_?key|private_?key|auth\w{0,40}key|shared_?key|pin(?:code)?(?![\w-])/i;

/** What stands in an address before its host, up to the last `@`: a user's name and password. */
const CREDENTIALS = /(?<=:\/\/)[^/?#\s]+(?=@)/g;
/** What stands in an address behind a word that promises a secret: `?token=…`. */
const SECRET_PARAMETERS = new RegExp(
  `(?<=[?&;][\\w-]{0,40}(?:${SECRET_WORDS.source})[\\w-]{0,40}=)[^&;#\\s]+`,
  'gi',
);

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

/** Where in a text that is or holds an address something secret stands. */
export function secretsInAddress(text: string): OffsetRange[] {
  if (!text.includes('://')) return [];
  const found = [CREDENTIALS, SECRET_PARAMETERS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: secret }) => ({ start: index, end: index + secret.length })),
  );
  return joinedRanges(found);
}

function withoutPassword(text: string): string {
  const edits = secretsInAddress(text).map((range) => ({ range, newText: HIDDEN }));
  return edits.length === 0 ? text : applyEdits(text, edits);
}
