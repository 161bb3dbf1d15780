import type { Node } from 'jsonc-parser';
import type { OffsetRange } from '../text/range.ts';
import { parseFile } from './parse-file.ts';
import { folderOf, inside } from './paths.ts';

/** What a text in a project file, pack or profile names. */
export interface OwnFileLink {
  /** The text without its quotes. */
  readonly range: OffsetRange;
  readonly to: LinkTarget;
}

export type LinkTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'rule'; readonly id: string }
  /** A source that stands on the web. */
  | { readonly kind: 'address'; readonly url: string }
  /** A source without an address: its entry in the same file. */
  | { readonly kind: 'place'; readonly offset: number };

/**
 * The links of a file that a person wrote for us: the packs and profiles that it names, its schema where that is a file
 * beside it, the rules that it grades or ignores, and the sources of facts. Nothing is read but the text.
 */
export function ownFileLinks(text: string, path: string): readonly OwnFileLink[] {
  const { root } = parseFile(text);
  if (root === undefined) return [];
  const links: OwnFileLink[] = [];
  const folder = folderOf(path) ?? '/';
  const sources = member(root, 'sources');
  const add = (node: Node, to: LinkTarget | undefined): void => {
    if (to !== undefined && node.type === 'string') links.push({ range: withoutQuotes(node), to });
  };
  for (const list of ['packs', 'profiles']) {
    for (const item of member(root, list)?.children ?? []) add(item, fileTarget(folder, item));
  }
  const schema = member(root, '$schema');
  if (schema !== undefined) add(schema, fileTarget(folder, schema));
  for (const item of [root, ...(member(root, 'overrides')?.children ?? [])]) {
    for (const property of member(item, 'rules')?.children ?? []) {
      const [name] = property.children ?? [];
      if (name !== undefined) add(name, { kind: 'rule', id: String(name.value) });
    }
  }
  for (const item of member(root, 'ignores')?.children ?? []) {
    const rule = member(item, 'rule');
    if (rule !== undefined) add(rule, { kind: 'rule', id: String(rule.value) });
  }
  if (sources?.type === 'object') {
    for (const id of sourceIds(root, sources)) add(id, sourceTarget(sources, String(id.value)));
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

function fileTarget(folder: string, node: Node): LinkTarget | undefined {
  if (typeof node.value !== 'string' || node.value === '') return undefined;
  const path = inside(folder, node.value);
  return path === undefined || path === folder ? undefined : { kind: 'file', path };
}

/** The ids in every list of sources, wherever it stands; the list of the sources themselves left out. */
function* sourceIds(node: Node, sources: Node): Generator<Node> {
  if (node === sources) return;
  if (node.type === 'property') {
    const [name, value] = node.children ?? [];
    if (name?.value === 'sources' && value?.type === 'array') {
      yield* value.children ?? [];
      return;
    }
  }
  for (const child of node.children ?? []) yield* sourceIds(child, sources);
}

function sourceTarget(sources: Node, id: string): LinkTarget | undefined {
  const property = sources.children?.find(({ children }) => children?.[0]?.value === id);
  const source = property?.children?.[1];
  if (property === undefined || source === undefined) return undefined;
  const url = member(source, 'url')?.value;
  return typeof url === 'string' && /^https?:\/\//.test(url)
    ? { kind: 'address', url }
    : { kind: 'place', offset: property.offset };
}

function member(node: Node, name: string): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function withoutQuotes({ offset, length }: Node): OffsetRange {
  return { start: offset + 1, end: Math.max(offset + 1, offset + length - 1) };
}
