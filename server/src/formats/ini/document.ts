import type { ConfigDocument } from '../../model/document.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { Flavour } from './flavour.ts';

/** A document of this format: with what edits and cursors need to find their way in the text. */
export interface IniDocument extends ConfigDocument {
  readonly flavour: Flavour;
  /** Whether the program that reads the file takes blanks and quotes round a value for a part of it. */
  readonly reading: 'lenient' | 'literal';
  /** In file order; together they cover the whole text. */
  readonly parts: readonly SectionPart[];
}

/** One section as it stands in the file; a section that is repeated has several. */
export interface SectionPart {
  /** `''` for the part before any section. */
  readonly name: string;
  /** Where its header's line starts; 0 for the first part. */
  readonly start: number;
  /** Where the next part starts. */
  readonly end: number;
  /** Absent for the part before any section. */
  readonly header: OffsetRange | undefined;
  /** The scope of its entries; absent for the part before any section where that says nothing. */
  readonly scope: number | undefined;
  /** Its entries' places in the scope, from the first up to but not including the last. */
  readonly entries: OffsetRange;
}

/** The sections, each from its header to its last entry: comments behind that may be about the next one. */
export function sectionRanges(document: ConfigDocument): readonly OffsetRange[] {
  const { parts, scopes } = iniDocument(document);
  return parts.flatMap(({ header, scope, entries }) => {
    if (header === undefined || scope === undefined) return [];
    const last = entries.end > entries.start ? scopes[scope]?.entries[entries.end - 1] : undefined;
    return [{ start: header.start, end: last?.range.end ?? header.end }];
  });
}

/** The document with what this format knows about it. Throws for another format's: a mistake in the caller. */
export function iniDocument(document: ConfigDocument): IniDocument {
  if (!isIniDocument(document))
    throw new TypeError(`a document in format ${document.format} is no INI document`);
  return document;
}

function isIniDocument(document: ConfigDocument): document is IniDocument {
  return 'flavour' in document && 'parts' in document;
}
