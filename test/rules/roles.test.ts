/**
 * The settings that every vendor names differently, for every vendor whose pack knows them: found under its names when
 * the feature is on, silent when it is off or when the token is a person's own.
 */

import { describe, expect, test } from 'vitest';
import type { VendorPack, VendorRole } from '../../server/src/catalog/vendor-pack.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { vendorIndex, vendorPack } from '../../server/src/platform/bundled-knowledge.ts';
import { isPlaceholder } from '../../server/src/resolve/values.ts';
import { applyFirstFix, problemsOf } from '../helpers/problems.ts';

interface KnownRole {
  readonly pack: VendorPack;
  readonly role: VendorRole;
}

const roles: readonly KnownRole[] = vendorIndex().packs.flatMap(({ id }) => {
  const pack = vendorPack(id);
  return pack === undefined ? [] : pack.roles.map((role) => ({ pack, role }));
});

function named(wanted: readonly VendorRole['role'][], hasToken: boolean) {
  return roles
    .filter(({ role }) => wanted.includes(role.role) && (role.key !== undefined) === hasToken)
    .map(
      (known) =>
        [`${known.pack.id}: ${known.role.role} ${known.role.key ?? known.role.switch?.key}`, known] as const,
    );
}

/** A template of the vendor with these values, and two standard keys that make the file a charger's. */
function template({ pack }: KnownRole, values: Readonly<Record<string, string>>): string {
  const rows = Object.entries({ ...values, ResetRetries: '3', BlinkRepeat: '1' }).map(
    ([key, value]) => `  ${JSON.stringify({ key, value })}`,
  );
  return `// ocpp-config: vendor=${pack.id} smart-charging=on\n[\n${rows.join(',\n')}\n]`;
}

/** The values that turn a role's feature on. */
function on({ onlyIf, switch: toggle }: VendorRole): Record<string, string> {
  return {
    ...(onlyIf === undefined ? {} : { [onlyIf.key]: onlyIf.values[0] ?? '' }),
    ...(toggle === undefined ? {} : { [toggle.key]: toggle.on[0] ?? String((toggle.above ?? 0) + 1) }),
  };
}

function problemsOfRole({ role }: KnownRole, text: string): readonly Problem[] {
  const id = `greenflux/${role.role === 'authorization-timeout' ? 'connection-timeout' : role.role}`;
  return problemsOf(text, { path: 'template.jsonc' }).filter((problem) => problem.rule === id);
}

test('the packs know settings of each kind', () => {
  const kinds = new Set(roles.map(({ role }) => role.role));
  expect([...kinds].sort()).toEqual([
    'authorization-timeout',
    'free-vend-token',
    'local-load-balancing',
    'local-whitelist',
    'payment-terminal-token',
  ]);
});

describe.each(named(['free-vend-token', 'payment-terminal-token'], true))('%s', (_, known) => {
  const { role } = known;
  const token = (value: string) => template(known, { ...on(role), [role.key ?? '']: value });
  const found = role.basis === 'inferred' ? 'hint' : 'warning';

  const emptyTells = role.switch !== undefined || role.role === 'payment-terminal-token';
  if (role.emptyMeansOff === true || !emptyTells) {
    test('an empty token does not mean that the feature is on', () => {
      expect(problemsOfRole(known, token(''))).toEqual([]);
    });
  } else {
    test('an empty token is found', () => {
      expect(problemsOfRole(known, token('')).map(({ severity }) => severity)).toEqual([found]);
    });
  }

  test.each((role.factoryValues ?? []).filter((value) => !isPlaceholder(value)))(
    'the factory token %s is found',
    (value) => {
      const problems = problemsOfRole(known, token(value));
      expect(problems.map(({ severity }) => severity)).toEqual([found]);
      expect(problems[0]?.fixes, 'nobody can know the right token').toEqual([]);
    },
  );

  test("a person's own token is not", () => {
    expect(problemsOfRole(known, token('GF-0042'))).toEqual([]);
  });

  const off = role.switch?.off;
  if (off !== undefined) {
    test('nothing is found while the feature is off', () => {
      const text = template(known, { ...on(role), [role.switch?.key ?? '']: off, [role.key ?? '']: '' });
      expect(problemsOfRole(known, text)).toEqual([]);
    });
  }
});

describe.each(
  named(['local-load-balancing', 'local-whitelist'], false).filter(
    ([, { role }]) => role.switch !== undefined,
  ),
)('%s', (_, known) => {
  const { role } = known;

  test('is found while it is on', () => {
    const usual = role.role === 'local-load-balancing' ? 'warning' : 'information';
    const problems = problemsOfRole(known, template(known, on(role)));
    expect(problems.map(({ severity }) => severity)).toEqual([role.basis === 'inferred' ? 'hint' : usual]);
  });

  const off = role.switch?.off;
  if (off !== undefined) {
    test('is turned off by its fix', () => {
      const rule = `greenflux/${role.role}`;
      const fixed = applyFirstFix(template(known, on(role)), rule, { path: 'template.jsonc' });
      expect(problemsOfRole(known, fixed)).toEqual([]);
      expect(fixed).toContain(JSON.stringify(off));
    });
  }
});

describe.each(named(['authorization-timeout'], true))('%s', (_, known) => {
  test("is held to the operator's time, in its own unit", () => {
    const text = template(known, { [known.role.key ?? '']: '6000' });
    const fixed = applyFirstFix(text, 'greenflux/connection-timeout', { path: 'template.jsonc' });
    expect(problemsOfRole(known, text)).toHaveLength(1);
    expect(problemsOfRole(known, fixed)).toEqual([]);
  });
});
