import type { Comment, ConfigDocument } from '../model/document.ts';
import type { CurrentType, PhaseCount, ProtocolVersion, StationOverride } from '../model/station.ts';

/** How a comment begins that says what the station is. */
export const DIRECTIVE_STARTER = 'ocpp-config:';

/**
 * What comments of the form `ocpp-config: current=DC smart-charging=on vendor=abb model="Terra AC"` say about the
 * station. A later comment wins; a word that means nothing is passed over, since a comment must never stop the work.
 */
export function directiveOf(document: ConfigDocument): StationOverride {
  const found: { -readonly [K in keyof StationOverride]: StationOverride[K] } = {};
  for (const { text } of document.comments) {
    if (!text.startsWith(DIRECTIVE_STARTER)) continue;
    for (const word of directiveWords(text.slice(DIRECTIVE_STARTER.length))) {
      const equals = word.indexOf('=');
      if (equals < 0) continue;
      const value = withoutQuotes(word.slice(equals + 1));
      switch (word.slice(0, equals)) {
        case 'current':
          found.current = currentType(value) ?? found.current;
          break;
        case 'smart-charging':
          found.smartCharging = onOrOff(value) ?? found.smartCharging;
          break;
        case 'vendor':
          found.vendor = value;
          break;
        case 'model':
          found.model = value;
          break;
        case 'protocol':
          found.protocol = protocolVersion(value) ?? found.protocol;
          break;
      }
    }
  }
  return found;
}

/** Whether a comment says what the station is, and so is about the whole file. */
export function isDirective({ text }: Comment): boolean {
  return text.startsWith(DIRECTIVE_STARTER);
}

/** The words of a comment that says what the station is; a value with blanks stands in quotes. */
export function directiveWords(text: string): readonly string[] {
  return text.match(/[^\s"=]+="[^"]*"|\S+/g) ?? [];
}

/** A value as such a comment holds it. */
export function quotedWhereNeeded(value: string): string {
  return /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

function withoutQuotes(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

/** AC or DC, from the ways files write it: `AC_3_PHASE`, `dc`; undefined where neither or both are named. */
export function currentType(text: string): CurrentType | undefined {
  const words = text.toUpperCase().split(/[^A-Z]+/);
  const ac = words.includes('AC');
  const dc = words.includes('DC');
  if (ac === dc) return undefined;
  return ac ? 'AC' : 'DC';
}

/** One or three phases, from the ways files write it: `3`, `AC_3_PHASE`, `1-phase`; undefined where none or both are named. */
export function phaseCount(text: string): PhaseCount | undefined {
  const counts = /^\s*[13]\s*$/.test(text)
    ? [text.trim()]
    : [...text.matchAll(/(?:^|[^0-9])([13])[\s_-]?phase/gi)].map((match) => match[1]);
  const one = counts.includes('1');
  const three = counts.includes('3');
  if (one === three) return undefined;
  return one ? 1 : 3;
}

/** The protocol from the ways files write it: `1.6`, `ocpp1.6`, `1.6J`, `OCPP20`, `2.0.1`. */
export function protocolVersion(text: string): ProtocolVersion | undefined {
  const digits = text.replace(/[^0-9]/g, '');
  if (digits.startsWith('16')) return '1.6';
  if (digits.startsWith('20')) return '2.0.1';
  if (digits.startsWith('21')) return '2.1';
  return undefined;
}

function onOrOff(text: string): boolean | undefined {
  if (/^(on|true|yes|1)$/i.test(text)) return true;
  if (/^(off|false|no|0)$/i.test(text)) return false;
  return undefined;
}
