/** What a hover says of a vendor's own keys, and of standard keys on its stations. */

import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../server/src/features/hover.ts';
import { vendorIndex, vendorPack } from '../../server/src/platform/bundled-knowledge.ts';
import { hoverIn, linesOf, understoodText } from '../helpers/features.ts';
import { knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { CURSOR } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** A template of a vendor's station; the cursor may be in any key or value. */
function station(words: string, pairs: Readonly<Record<string, string>>): string {
  const rows = Object.entries({ ResetRetries: '3', BlinkRepeat: '1', ...pairs }).map(
    ([key, value]) => `  { "key": "${key}", "value": "${value}" }`,
  );
  return `// ocpp-config: ${words}\n[\n${rows.join(',\n')}\n]`;
}

function linesIn(
  words: string,
  pairs: Readonly<Record<string, string>>,
  options: CheckOptions = {},
): readonly string[] {
  const hover = hoverIn(station(words, pairs), { path: 'template.jsonc', ...options });
  return linesOf(hover?.markdown ?? '');
}

describe("a vendor's own key", () => {
  test('says whose it is, what its value means in words, and where that is from', () => {
    const lines = linesIn('vendor=keba', { [`MaxAvailable${CURSOR}Current`]: '16000' });
    expect(lines[0]).toBe('**MaxAvailableCurrent** · whole number in mA · read-write · KEBA');
    expect(lines).toContain('Here: **16000 mA = 16 A**.');
    expect(lines.at(-1)).toMatch(/^Source: \[.*\(documented for KEBA stations\)$/);
  });

  test('names its models', () => {
    expect(linesIn('vendor=vestel', { [`${CURSOR}FreeModeRFID`]: 'GF-1' })[0]).toBe(
      '**FreeModeRFID** · text · read-write · Vestel EVC04',
    );
  });

  test('tells a meaning that is only guessed from one that is known', () => {
    const guess = 'Its meaning is guessed from its name.';
    expect(linesIn('vendor=keba', { [`${CURSOR}PVMinShare`]: '0' })).toContain(guess);
    expect(linesIn('vendor=keba', { [`${CURSOR}PVEnable`]: 'true' })).not.toContain(guess);
  });

  test('says what one step is', () => {
    const lines = linesIn('vendor=bender', { [`${CURSOR}RCMBDelta`]: '60' });
    expect(lines[0]).toContain('in steps of 0.1 mA');
    expect(lines).toContain('Here: **60 = 6 mA**.');
  });

  test('explains its values and its words for booleans', () => {
    const lines = linesIn('vendor=vestel', { CurrentLimiterPhase: `${CURSOR}onePhase` });
    expect(lines).toContain('One phase.');
    expect(lines).toContain('- **threePhase**: Three phases.');
    expect(linesIn('vendor=bender', { FreeCharging: `${CURSOR}1` })[0]).toBe(
      '**FreeCharging**: **1 (true)**',
    );
    expect(linesIn('vendor=bender', { [`${CURSOR}FreeCharging`]: '1' })[0]).toContain('1 or 0');
  });

  test('names the parts of a packed value', () => {
    const lines = linesIn('vendor=ecotap', { [`chg_${CURSOR}Ch1Options`]: 'PlugAndCharge=0' });
    expect(lines[0]).toBe('**`chg_Ch1Options`** · name=value in one text, parted by , · read-write · Ecotap');
    expect(lines.some((line) => line.startsWith('Parts: PlugAndCharge (1: anyone'))).toBe(true);
  });

  test('shows no secret', () => {
    const markdown = linesIn('vendor=ecotap', { gsm_APN: `${CURSOR}net,user,hunter2` }).join('\n');
    expect(markdown).toContain('set, and not shown here');
    expect(markdown).not.toContain('hunter2');
  });
});

describe('a setting that every vendor names differently', () => {
  test('the token says what it is, when it counts, and what the operator asks for', () => {
    const lines = linesIn('vendor=keba', { [`${CURSOR}DefaultTokenID`]: 'GF-1' });
    expect(lines).toContain(
      'On KEBA stations this is the token for free charging. It counts while AuthorizationEnabled is false. From the factory: predefinedTokenId.',
    );
    expect(lines.some((line) => line.startsWith('GreenFlux asks for a token of your own (mandatory).'))).toBe(
      true,
    );
  });

  test('its switch says when it is on, and where the token is', () => {
    expect(linesIn('vendor=keba', { [`${CURSOR}AuthorizationEnabled`]: 'false' })).toContain(
      'Free charging is on while it is false, off while it is true. The token for free charging is in DefaultTokenID.',
    );
  });

  test('a feature that the operator wants off, with its condition and its doubt', () => {
    const keba = linesIn('vendor=keba', { [`${CURSOR}ExternalMeterHomegridLMGMTEnabled`]: 'true' });
    expect(keba).toContain(
      'Local load balancing is on while it is true, off while it is false. That counts only while ExternalMeterHomegridConfigured is true.',
    );
    expect(keba.some((line) => line.startsWith('GreenFlux asks for it to be off.'))).toBe(true);
    expect(linesIn('vendor=vestel', { [`${CURSOR}PowerOptimizer`]: '3' })).toContain(
      'Local load balancing is on while it is above 0, off while it is 0. This is guessed.',
    );
  });

  test('without an operator nobody asks for anything', () => {
    const lines = linesIn(
      'vendor=keba',
      { [`${CURSOR}DefaultTokenID`]: 'GF-1' },
      { knowledge: knowledgeWithoutOperator },
    );
    expect(lines.join('\n')).not.toContain('asks for');
  });
});

describe("a standard key on a vendor's station", () => {
  test("has the vendor's note, with the models that it is about, and its source", () => {
    const lines = linesIn('vendor=vestel model=EVC04', { [`${CURSOR}LocalPreAuthorize`]: 'TRUE' });
    expect(lines[0]).toContain('TRUE or FALSE');
    expect(lines.some((line) => line.startsWith('On Vestel EVC04: Booleans are TRUE or FALSE'))).toBe(true);
  });

  test('says what is refused, in the key and in the item', () => {
    const pairs = { [`${CURSOR}MeterValuesSampledData`]: 'SoC,Power.Offered' };
    expect(linesIn('vendor=vestel model=EVC04', pairs)).toContain(
      'Refused there: SoC, Temperature, Frequency and 13 more.',
    );
    const item = linesIn('vendor=evbox', { MeterValuesSampledData: `Voltage,Power.${CURSOR}Offered` });
    expect(item).toContain('EVBox stations refuse it here, and the whole list with it.');
    expect(item.join('\n')).not.toContain('GreenFlux asks for it');
  });

  test('on a station of nobody in particular nothing changes', () => {
    const lines = linesIn('current=AC', { [`${CURSOR}LocalPreAuthorize`]: 'true' });
    expect(lines[0]).toContain('true or false');
    expect(lines.join('\n')).not.toContain('On ');
  });
});

test.each(vendorIndex().packs.map(({ id }) => id))(
  '%s: every key of the pack has a hover with a source',
  (id) => {
    const pack = vendorPack(id);
    const keys = (pack?.keys ?? []).filter(
      ({ name, section }) => section === undefined && !name.includes('['),
    );
    const text = station(`vendor=${id}`, Object.fromEntries(keys.map(({ name }) => [name, '1'])));
    const understood = understoodText(text, { path: 'template.jsonc' });
    const scope = understood.resolved.scopes[0];
    const broken = keys.filter(({ name }) => {
      const entry = scope?.entries.find(({ entry }) => entry.address.name === name)?.entry;
      const lines = linesOf(hoverAt(understood, entry?.keyRange.start ?? -1)?.markdown ?? '');
      return !(lines[0] ?? '').includes(pack?.name ?? '?') || !(lines.at(-1) ?? '').startsWith('Source: ');
    });
    expect(broken.map(({ name }) => name)).toEqual([]);
  },
);
