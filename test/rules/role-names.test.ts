/**
 * The settings that every vendor names differently, where no pack knows the station: what their names give away. The
 * patterns are held against every key that a pack knows, so that they find the right ones and no others.
 */

import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis.ts';
import { fitsPattern } from '../../server/src/catalog/wildcard.ts';
import { standardKnowledge, vendorIndex, vendorPack } from '../../server/src/platform/bundled-knowledge.ts';
import { corpusFiles, hasCorpus } from '../corpus/corpus.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { type CheckOptions, problemsOf } from '../helpers/problems.ts';

const OPTIONS: CheckOptions = { path: 'template.jsonc' };

function template(pairs: Readonly<Record<string, string>>, words = 'smart-charging=on'): string {
  const rows = Object.entries({ ...pairs, ResetRetries: '3', BlinkRepeat: '1' }).map(
    ([key, value]) => `  ${JSON.stringify({ key, value })}`,
  );
  return `// ocpp-config: ${words}\n[\n${rows.join(',\n')}\n]`;
}

const found = (pairs: Readonly<Record<string, string>>, words?: string) =>
  problemsOf(template(pairs, words), OPTIONS)
    .filter(({ rule }) => /^greenflux\/(free-vend|payment|local)/.test(rule))
    .map(({ rule, severity, key }) => `${severity} ${rule} ${key}`);

describe('a token', () => {
  test.each(['', 'FFFFFFFF', 'pleasesettoken'])('that is "%s" while its switch is on', (token) => {
    expect(found({ XY_FreeVendEnabled: 'true', 'XY_FreeVend-IdTag': token })).toEqual([
      'hint greenflux/free-vend-token XY_FreeVend-IdTag',
    ]);
  });

  test.each<[what: string, pairs: Readonly<Record<string, string>>]>([
    ['of its own', { FreeVendEnabled: 'true', FreeVendIdTag: 'GF-1' }],
    ['that a tool fills in', { FreeVendEnabled: 'true', FreeVendIdTag: '<TOKEN>' }],
    ['whose switch is off', { FreeVendEnabled: 'false', FreeVendIdTag: '' }],
    ['without a switch', { FreeVendIdTag: '' }],
    ['whose feature is another one', { PaymentTerminalEnabled: 'true', FreeVendIdTag: '' }],
    ['that only looks like a switch', { RfidTagFreeCharging: '1', FreeChargingIdTag: '' }],
  ])('%s is no problem', (_, pairs) => {
    expect(found(pairs)).toEqual([]);
  });

  test('of a payment terminal', () => {
    expect(found({ PaymentTerminalEnabled: '1', PaymentTerminalIdTag: '' })).toEqual([
      'hint greenflux/payment-terminal-token PaymentTerminalIdTag',
    ]);
  });

  test('is named with what it is taken for, and nobody invents another one', () => {
    const [problem] = problemsOf(template({ FreeVendEnabled: 'true', FreeVendIdTag: '' }), OPTIONS).filter(
      ({ rule }) => rule === 'greenflux/free-vend-token',
    );
    expect(problem?.message).toBe(
      'By their names, FreeVendEnabled turns free charging on and FreeVendIdTag holds its token, which is empty: only tokens that GreenFlux knows are billed; sessions with others end as flagged CDRs, or free charging does not start at all. If that is so, write a token that is registered in GreenFlux.',
    );
    expect(problem?.fixes).toEqual([]);
  });
});

test('a feature that the operator wants off', () => {
  expect(found({ XY_LoadBalancingEnabled: 'on' })).toEqual([
    'hint greenflux/local-load-balancing XY_LoadBalancingEnabled',
  ]);
  expect(found({ XY_LoadBalancingEnabled: 'off', XY_LoadBalancingCurrent: '16' })).toEqual([]);
  expect(found({ LocalWhitelistEnabled: '1' })).toEqual([
    'hint greenflux/local-whitelist LocalWhitelistEnabled',
  ]);
});

test('where a pack knows the station, the pack has the word', () => {
  expect(found({ XY_LoadBalancingEnabled: 'true' }, 'vendor=keba')).toEqual([]);
  expect(found({ XY_LoadBalancingEnabled: 'true' }, 'vendor=nobody-at-all')).toHaveLength(1);
});

describe('the patterns, held against all keys of all packs', () => {
  const packs = vendorIndex().packs.flatMap(({ id }) => vendorPack(id) ?? []);
  const keys = packs.flatMap((pack) => pack.keys.map(({ name, type }) => ({ pack, name, type })));

  /** Keys that fit and play no such role in their pack, with what excuses it. */
  const excused: Readonly<Record<string, string>> = {};

  test.each(standardKnowledge().roleNames.roles.map((names) => [names.role, names] as const))(
    '%s',
    (role, { switches, tokens }) => {
      const fits = (name: string, patterns: readonly string[]) =>
        patterns.some((pattern) => fitsPattern(name.toLowerCase().replace(/[^a-z0-9]/g, ''), pattern));
      const strangers = keys.flatMap(({ pack, name, type }) => {
        // A number is no switch: the values by which one is on are words and 1.
        const isSwitch = fits(name, switches) && !fits(name, tokens) && type === 'boolean';
        if (!isSwitch && !fits(name, tokens)) return [];
        const plays = pack.roles.some(
          (known) => known.role === role && (known.key === name || known.switch?.key === name),
        );
        return plays ? [] : [`${pack.id} ${name}`];
      });
      expect(strangers.filter((name) => !(name in excused))).toEqual([]);
    },
  );

  test('find many of the roles that packs know', () => {
    const names = standardKnowledge().roleNames.roles.flatMap(({ switches, tokens }) => [
      ...switches,
      ...tokens,
    ]);
    const known = packs.flatMap(({ roles }) =>
      roles.flatMap(({ key, switch: toggle }) => [key, toggle?.key].filter((name) => name !== undefined)),
    );
    const hit = known.filter((name) =>
      names.some((pattern) => fitsPattern(name.toLowerCase().replace(/[^a-z0-9]/g, ''), pattern)),
    );
    console.log(`Found by name alone: ${hit.length} of ${known.length} keys that play a role in a pack`);
    expect(hit.length / known.length).toBeGreaterThan(0.3);
  });
});

if (hasCorpus) {
  test('on real files, as if no vendor were known, nothing is found that is not so', () => {
    const hints = corpusFiles().flatMap(({ path, text }) => {
      const analysis = analyze(text, { knowledge: { ...knowledge, vendors: undefined }, path });
      return (analysis?.problems ?? [])
        .filter(({ message }) => /^By (its|their) name/.test(message))
        .map(({ key }) => `${path}: ${key}`);
    });
    // Free charging is on there, with a token that is the factory's.
    expect(hints).toEqual(['vendors/vestel/evc04-evcc-partial.json: FreeModeRFID']);
  });
}
