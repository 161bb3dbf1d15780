import type { PlainValue } from '../../model/problem.ts';
import type { Layout, ObjectMembers } from './layout.ts';
import type { EntryStyle, StyledMember } from './style.ts';

/** The texts of which an entry is made. */
export interface EntryTexts {
  /** The key's name with its quotes. */
  readonly name: string;
  /** The value in the file's notation. */
  readonly value: string;
  readonly type: keyof Exclude<ObjectMembers['type'], undefined>['words'];
}

/** An entry as text, in a style; line breaks and indentation as the style has them. */
export function writeEntry(layout: Layout, style: EntryStyle, texts: EntryTexts): string {
  switch (layout.kind) {
    case 'members':
      return `${texts.name}${style.colon}${texts.value}`;
    case 'member-objects':
      return `${texts.name}${style.colon}{${style.open}${writeMembers(layout, style, texts)}${style.close}}`;
    case 'pairs':
      return `[${style.open}${texts.name},${style.between}${texts.value}${style.close}]`;
    case 'objects':
    case 'object':
      return `{${style.open}${writeMembers(layout, style, texts)}${style.close}}`;
    case 'listed':
      return '';
  }
}

/** The members of an entry's object without its brackets; some of them where not all are wanted. */
export function writeMembers(
  layout: ObjectMembers,
  style: EntryStyle,
  texts: EntryTexts,
  wanted: (member: StyledMember) => boolean = () => true,
): string {
  return style.members
    .filter(wanted)
    .map((member) => `"${member.name}"${style.colon}${memberText(layout, member, texts)}`)
    .join(`,${style.between}`);
}

function memberText(layout: ObjectMembers, { role, mark }: StyledMember, texts: EntryTexts): string {
  switch (role) {
    case 'key':
      return texts.name;
    case 'value':
      return texts.value;
    case 'read-only':
      return mark ?? 'false';
    case 'type':
      return JSON.stringify(layout.type?.words[texts.type] ?? texts.type);
  }
}

/** Puts a text that was written in relative lines into a file: with its line break, at an indentation. */
export function placed(text: string, lineBreak: string, indentation: string): string {
  return text.replaceAll('\n', lineBreak + indentation);
}

/** What a value is called in files that name the types of their values. */
export function typeOf(value: PlainValue): EntryTexts['type'] {
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}
