import { describe, expect, test } from 'vitest';
import type { CrossKeyCase, CrossKeyRule } from '../../server/src/catalog/cross-key-rule.ts';
import type { VendorPack } from '../../server/src/catalog/vendor-pack.ts';
import { editsFor } from '../../server/src/fixes.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { bundledKnowledge, standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { KnowledgeShelf } from '../../server/src/resolve/knowledge-shelf.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { analysisOf } from '../helpers/problems.ts';

/** A vendor whose stations count a standard interval in minutes. */
const MINUTES: VendorPack = {
  id: 'minutes',
  name: 'Minutes',
  names: ['Minutes'],
  models: [],
  keys: [],
  quirks: [{ key: 'HeartbeatInterval', unit: 'min', note: 'Minutes.', basis: 'documented', sources: [] }],
  roles: [],
  sources: {},
};

type RuleInShort = Partial<Omit<CrossKeyRule, 'cases'>> & {
  readonly cases: readonly Partial<CrossKeyCase>[];
};

function inFull(rule: RuleInShort): CrossKeyRule {
  return {
    id: 'a-rule',
    title: 'A rule',
    severity: 'warning',
    since: '0.2.0',
    origin: 'judgement',
    sources: [],
    ...rule,
    cases: rule.cases.map((one) => ({ key: 'HeartbeatInterval', when: {}, what: 'It is so.', ...one })),
  };
}

/** The problems of a text by one rule alone, whose texts do not matter. */
function problemsBy(
  rule: RuleInShort,
  text: string,
  operator?: string,
  others: readonly RuleInShort[] = [],
): readonly Problem[] {
  const shelf = new KnowledgeShelf({
    ...bundledKnowledge,
    vendors: {
      index: () => ({ packs: [MINUTES], keys: {}, families: {} }),
      pack: (id) => (id === MINUTES.id ? MINUTES : undefined),
    },
    standard: () => ({
      ...standardKnowledge(),
      crossKeyRules: [{ protocol: '1.6', topic: 'Test', order: 1, rules: [rule, ...others].map(inFull) }],
    }),
  });
  const { problems } = analysisOf(text, { knowledge: shelf.knowledge(operator) });
  return problems.filter((problem) => problem.rule === 'a-rule');
}

function holds(when: CrossKeyCase['when'], text: string): boolean {
  return problemsBy({ cases: [{ when }] }, text).length > 0;
}

/** A template with these values. */
function template(values: Readonly<Record<string, string>>): string {
  const entries = Object.entries({ HeartbeatInterval: '900', ...values });
  return JSON.stringify(entries.map(([key, value]) => ({ key, value })));
}

/** A whole answer of a station: all required keys, but for those that it lacks. */
function dump(values: Readonly<Record<string, string>>, lacks: readonly string[] = []): string {
  const required = new KnowledgeShelf(bundledKnowledge).catalog.requiredKeys.map(({ name }) => [name, '']);
  const all = { ...Object.fromEntries(required), HeartbeatInterval: '900', ...values };
  const configurationKey = Object.entries(all)
    .filter(([key]) => !lacks.includes(key))
    .map(([key, value]) => ({ key, readonly: key === 'NumberOfConnectors', value }));
  return JSON.stringify({ configurationKey, unknownKey: [] });
}

describe('a condition on a key', () => {
  const off = { keys: { AuthorizationCacheEnabled: { is: false } } };

  test('holds where the value is so', () => {
    expect(holds(off, template({ AuthorizationCacheEnabled: 'false' }))).toBe(true);
    expect(holds(off, template({ AuthorizationCacheEnabled: 'true' }))).toBe(false);
  });

  test('does not hold where the key is not there, in a template or a dump', () => {
    expect(holds(off, template({}))).toBe(false);
    expect(holds(off, dump({}, ['AuthorizationCacheEnabled']))).toBe(false);
  });

  test('does not hold where the value cannot be read or will be filled in', () => {
    for (const value of ['maybe', '', '{{CACHE}}', 'null']) {
      expect(holds(off, template({ AuthorizationCacheEnabled: value }))).toBe(false);
    }
  });

  test('that also takes absence holds in a whole answer of a station only', () => {
    const offOrMissing = { keys: { AuthorizationCacheEnabled: { is: false, orMissing: true } } } as const;
    expect(holds(offOrMissing, dump({}, ['AuthorizationCacheEnabled']))).toBe(true);
    expect(holds(offOrMissing, dump({ AuthorizationCacheEnabled: 'true' }))).toBe(false);
    expect(holds(offOrMissing, template({}))).toBe(false);
    const excerpt = JSON.stringify({
      configurationKey: [{ key: 'HeartbeatInterval', readonly: true, value: '1' }],
    });
    expect(holds(offOrMissing, excerpt)).toBe(false);
  });

  test('can ask for absence', () => {
    const missing = { keys: { MaxEnergyOnInvalidId: { missing: true } } } as const;
    expect(holds(missing, dump({}))).toBe(true);
    expect(holds(missing, dump({ MaxEnergyOnInvalidId: '0' }))).toBe(false);
    expect(holds(missing, template({}))).toBe(false);
  });
});

describe('numbers', () => {
  test('are compared with numbers and with other keys', () => {
    const slower = { keys: { WebSocketPingInterval: { above: 'HeartbeatInterval' } } };
    expect(holds(slower, template({ WebSocketPingInterval: '901' }))).toBe(true);
    expect(holds(slower, template({ WebSocketPingInterval: '900' }))).toBe(false);
    const between = { keys: { WebSocketPingInterval: { above: 10, below: 20 } } };
    expect(holds(between, template({ WebSocketPingInterval: '15' }))).toBe(true);
    expect(holds(between, template({ WebSocketPingInterval: '20' }))).toBe(false);
  });

  test('may be as large as a limit, where a limit itself counts', () => {
    const atLeast = { keys: { WebSocketPingInterval: { atLeast: 'HeartbeatInterval' } } };
    expect(holds(atLeast, template({ WebSocketPingInterval: '900' }))).toBe(true);
    expect(holds(atLeast, template({ WebSocketPingInterval: '899' }))).toBe(false);
    const atMost = { keys: { WebSocketPingInterval: { atMost: 10 } } };
    expect(holds(atMost, template({ WebSocketPingInterval: '10' }))).toBe(true);
    expect(holds(atMost, template({ WebSocketPingInterval: '11' }))).toBe(false);
    expect(
      holds({ keys: { WebSocketPingInterval: { atMost: 'MinimumStatusDuration' } } }, template({})),
    ).toBe(false);
  });

  test('that the key cannot have are another mistake, unless a station reports them of itself', () => {
    const small = { keys: { WebSocketPingInterval: { below: 10 } } };
    expect(holds(small, template({ WebSocketPingInterval: '-5' }))).toBe(false);
    const none = { keys: { ConnectorPhaseRotationMaxLength: { is: 0 } } };
    expect(holds(none, dump({ ConnectorPhaseRotationMaxLength: '0' }))).toBe(true);
    expect(holds(none, template({ ConnectorPhaseRotationMaxLength: '0' }))).toBe(false);
  });

  test('of entries are compared too', () => {
    const many = {
      compare: [{ name: 'entries', product: [{ count: 'entries' }], above: 'HeartbeatInterval' }],
    };
    expect(
      holds(many as CrossKeyCase['when'], template({ HeartbeatInterval: '1', LocalPreAuthorize: '' })),
    ).toBe(true);
    expect(holds(many as CrossKeyCase['when'], template({ HeartbeatInterval: '1' }))).toBe(false);
  });

  test('are multiplied, and the product stands in the text', () => {
    const [problem] = problemsBy(
      {
        cases: [
          {
            when: {
              compare: [
                {
                  name: 'total',
                  unit: 's',
                  product: [
                    'TransactionMessageRetryInterval',
                    { key: 'TransactionMessageAttempts', plus: -1 },
                  ],
                  below: 'WebSocketPingInterval',
                },
              ],
            },
            what: 'All is over after {total}.',
          },
        ],
      },
      template({
        TransactionMessageRetryInterval: '60',
        TransactionMessageAttempts: '3',
        WebSocketPingInterval: '180',
      }),
    );
    expect(problem?.message).toBe('All is over after 2 min.');
  });

  test('are compared in the standard’s unit, also where a vendor counts in minutes', () => {
    const tenMinutes = { keys: { HeartbeatInterval: { is: 600 } } };
    expect(holds(tenMinutes, template({ HeartbeatInterval: '10' }))).toBe(false);
    expect(
      holds(tenMinutes, `// ocpp-config: vendor=Minutes\n${template({ HeartbeatInterval: '10' })}`),
    ).toBe(true);
  });

  test('that do not fill a day', () => {
    const uneven = { keys: { ClockAlignedDataInterval: { notDivisorOf: 86_400 } } };
    expect(holds(uneven, template({ ClockAlignedDataInterval: '700' }))).toBe(true);
    expect(holds(uneven, template({ ClockAlignedDataInterval: '900' }))).toBe(false);
    expect(holds(uneven, template({ ClockAlignedDataInterval: '0' }))).toBe(false);
  });
});

describe('lists', () => {
  test('are empty or not', () => {
    const filled = { keys: { StopTxnAlignedData: { empty: false } } };
    expect(holds(filled, template({ StopTxnAlignedData: 'Voltage' }))).toBe(true);
    expect(holds(filled, template({ StopTxnAlignedData: '' }))).toBe(false);
    expect(
      holds({ keys: { StopTxnAlignedData: { empty: true } } }, template({ StopTxnAlignedData: '' })),
    ).toBe(true);
  });

  test('have items, with or without a phase, in any case', () => {
    const energy = { keys: { StopTxnAlignedData: { has: ['Energy.Active.Import.Register'] } } };
    for (const item of ['Energy.Active.Import.Register', 'energy.active.import.register.L1']) {
      expect(holds(energy, template({ StopTxnAlignedData: `Voltage, ${item}` }))).toBe(true);
    }
    expect(holds(energy, template({ StopTxnAlignedData: 'Energy.Active.Import.Interval' }))).toBe(false);
    const none = { keys: { StopTxnAlignedData: { lacks: ['Voltage'] } } };
    expect(holds(none, template({ StopTxnAlignedData: '' }))).toBe(true);
  });

  test('lack one of several items, or have so many', () => {
    const incomplete = { keys: { StopTxnAlignedData: { lacksOneOf: ['Voltage', 'SoC'] } } };
    expect(holds(incomplete, template({ StopTxnAlignedData: 'Voltage' }))).toBe(true);
    expect(holds(incomplete, template({ StopTxnAlignedData: 'SoC,Voltage.L1,Temperature' }))).toBe(false);
    const several = { keys: { StopTxnAlignedData: { itemsFrom: 2 } } };
    expect(holds(several, template({ StopTxnAlignedData: 'SoC,Voltage' }))).toBe(true);
    expect(holds(several, template({ StopTxnAlignedData: 'SoC,' }))).toBe(false);
  });

  test('have nothing but some items', () => {
    const exports = { keys: { StopTxnAlignedData: { onlyOf: ['Current.Export', 'Power.Active.Export'] } } };
    expect(holds(exports, template({ StopTxnAlignedData: 'Power.Active.Export,Current.Export.L1' }))).toBe(
      true,
    );
    expect(holds(exports, template({ StopTxnAlignedData: 'Power.Active.Export,Voltage' }))).toBe(false);
    expect(holds(exports, template({ StopTxnAlignedData: '' }))).toBe(false);
  });

  test('are the same in any order', () => {
    const same = { keys: { MeterValuesSampledData: { sameAs: 'MeterValuesAlignedData' } } };
    expect(
      holds(
        same,
        template({ MeterValuesSampledData: 'Voltage,SoC', MeterValuesAlignedData: 'SoC, Voltage' }),
      ),
    ).toBe(true);
  });
});

describe('texts', () => {
  test('are one of several, in any case', () => {
    const factory = { keys: { CpoName: { isOneOf: ['Vendor', 'Maker'] } } };
    expect(holds(factory, template({ CpoName: 'VENDOR' }))).toBe(true);
    expect(holds(factory, template({ CpoName: 'Somebody' }))).toBe(false);
    expect(holds(factory, template({ CpoName: '' }))).toBe(false);
  });

  test('contain something or not; an empty or open one does neither', () => {
    const offline = { keys: { DefaultPrice: { contains: '"priceTextOffline"' } } };
    const noOffline = { keys: { DefaultPrice: { omits: '"priceTextOffline"' } } };
    const both = '{"priceText":"a","priceTextOffline":"b"}';
    const one = '{"priceText":"a"}';
    expect(
      [both, one, '', '<PRICE>'].map((value) => holds(offline, template({ DefaultPrice: value }))),
    ).toEqual([true, false, false, false]);
    expect(
      [both, one, '', '<PRICE>'].map((value) => holds(noOffline, template({ DefaultPrice: value }))),
    ).toEqual([false, true, false, false]);
  });

  test('contain something also where a strict file has an object', () => {
    const file = '{"Core":{"HeartbeatInterval":900},"CostAndPrice":{"DefaultPrice":{"priceText":"a"}}}';
    const price = { keys: { DefaultPrice: { contains: '"priceText"' } } };
    expect(problemsBy({ cases: [{ key: 'DefaultPrice', when: price }] }, file)).toHaveLength(1);
  });
});

describe('a family of keys', () => {
  const every = { keys: { MeterPublicKey: { everyConnector: true } } };
  const gap = { keys: { MeterPublicKey: { everyConnector: false } } };

  test('has a key for each connector, with or without brackets round the number', () => {
    const both = { NumberOfConnectors: '2', MeterPublicKey1: 'ab', 'MeterPublicKey[2]': 'cd' };
    expect(holds(every, template(both))).toBe(true);
    expect(holds(gap, template(both))).toBe(false);
  });

  test('lacks one only in a whole answer of a station', () => {
    const one = { NumberOfConnectors: '2', MeterPublicKey2: 'ab' };
    expect(holds(gap, dump(one))).toBe(true);
    expect(holds(gap, dump({ NumberOfConnectors: '2' }))).toBe(true);
    expect(holds(gap, template(one))).toBe(false);
    expect(holds(every, template(one))).toBe(false);
  });

  test('is not judged where nobody says how many connectors there are', () => {
    expect(holds(gap, dump({ NumberOfConnectors: '' }))).toBe(false);
    expect(holds(gap, dump({ NumberOfConnectors: '0' }))).toBe(false);
  });
});

describe('conditions together', () => {
  test('hold unless something else does; what is not known is no obstacle', () => {
    const when = {
      keys: { LocalPreAuthorize: { is: true } },
      unless: { keys: { AuthorizationCacheEnabled: { is: true } } },
    };
    expect(holds(when, template({ LocalPreAuthorize: 'true', AuthorizationCacheEnabled: 'true' }))).toBe(
      false,
    );
    expect(holds(when, template({ LocalPreAuthorize: 'true', AuthorizationCacheEnabled: 'false' }))).toBe(
      true,
    );
    expect(holds(when, template({ LocalPreAuthorize: 'true' }))).toBe(true);
  });

  test('one of several is enough, and what is unknown is not it', () => {
    const when = {
      oneOf: [
        { keys: { AuthorizationCacheEnabled: { is: true } } },
        { keys: { LocalAuthListEnabled: { is: true } } },
      ],
    };
    expect(holds(when, template({ LocalAuthListEnabled: 'true' }))).toBe(true);
    expect(holds(when, template({ LocalAuthListEnabled: 'false' }))).toBe(false);
  });

  test('on the station hold only where it is known', () => {
    const dc = { station: { current: 'DC' } } as const;
    expect(holds(dc, `// ocpp-config: current=DC\n${template({})}`)).toBe(true);
    expect(holds(dc, `// ocpp-config: current=AC\n${template({})}`)).toBe(false);
    expect(holds(dc, template({}))).toBe(false);
  });

  test('the first case that holds is the one', () => {
    const problems = problemsBy(
      {
        cases: [
          { when: { keys: { HeartbeatInterval: { is: 900 } } }, what: 'First.' },
          { when: { keys: { HeartbeatInterval: { above: 0 } } }, what: 'Second.' },
        ],
      },
      template({}),
    );
    expect(problems.map(({ message }) => message)).toEqual(['First.']);
  });
});

describe('what is said', () => {
  test('has the values in words, and other places that take part', () => {
    const text = template({ ClockAlignedDataInterval: '900', StopTxnAlignedData: '' });
    const [problem] = problemsBy(
      {
        cases: [
          {
            key: 'ClockAlignedDataInterval',
            when: {
              keys: { ClockAlignedDataInterval: { above: 0 } },
              oneOf: [
                { keys: { MeterValuesAlignedData: { empty: true } } },
                { keys: { StopTxnAlignedData: { empty: true } } },
              ],
            },
            what: 'Every {ClockAlignedDataInterval}.',
            related: { MeterValuesAlignedData: 'not there', StopTxnAlignedData: 'nothing to send' },
          },
        ],
      },
      text,
    );
    expect(problem?.message).toBe('Every 900 s (15 min).');
    expect(problem?.related?.map(({ message }) => message)).toEqual(['nothing to send']);
  });

  test('is silent where the operator’s advice says it already', () => {
    const rule = {
      unlessAdvised: ['HeartbeatInterval'],
      cases: [{ when: { keys: { HeartbeatInterval: { above: 1000 } } } }],
    };
    const text = template({ HeartbeatInterval: '86400' });
    expect(problemsBy(rule, text, 'greenflux')).toEqual([]);
    expect(problemsBy(rule, text)).toHaveLength(1);
  });

  test('is silent where a rule on the same cause applies, even one that advice has silenced', () => {
    const rule = {
      unlessFound: ['other'],
      cases: [{ when: { keys: { HeartbeatInterval: { above: 1000 } } } }],
    };
    const other = {
      id: 'other',
      unlessAdvised: ['HeartbeatInterval'],
      cases: [{ when: { keys: { HeartbeatInterval: { above: 2000 } } } }],
    };
    expect(problemsBy(rule, template({ HeartbeatInterval: '1800' }), undefined, [other])).toHaveLength(1);
    expect(problemsBy(rule, template({ HeartbeatInterval: '86400' }), undefined, [other])).toEqual([]);
    expect(problemsBy(rule, template({ HeartbeatInterval: '86400' }), 'greenflux', [other])).toEqual([]);
  });

  test('tells nobody to write what the station lets nobody write', () => {
    const rule = {
      cases: [
        {
          key: 'LocalAuthListEnabled',
          when: { keys: { LocalAuthListEnabled: { is: true } } },
          todo: 'Set it to false.',
          fixes: [{ set: { LocalAuthListEnabled: false } }],
        },
      ],
    };
    const list = (isReadOnly: boolean) =>
      JSON.stringify({
        configurationKey: [{ key: 'LocalAuthListEnabled', readonly: isReadOnly, value: 'true' }],
        unknownKey: [],
      });
    const [writable] = problemsBy(rule, list(false));
    expect([writable?.severity, writable?.message, writable?.fixes.length]).toEqual([
      'warning',
      'It is so. Set it to false.',
      1,
    ]);
    const [fact] = problemsBy(rule, list(true));
    expect([fact?.severity, fact?.message, fact?.fixes.length]).toEqual([
      'information',
      'It is so. The station reports LocalAuthListEnabled as read-only: only its maker or another firmware can change it.',
      0,
    ]);
  });

  test('never holds a secret', () => {
    const secret = '0123456789abcdef0123456789abcdef';
    const problems = problemsBy(
      {
        cases: [
          {
            key: 'AuthorizationKey',
            when: { keys: { AuthorizationKey: { empty: false } } },
            what: 'It is {AuthorizationKey}.',
          },
        ],
      },
      template({ AuthorizationKey: secret }),
    );
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems.map(({ message }) => message))).not.toContain(secret);
  });
});

describe('a fix', () => {
  function fixed(fix: NonNullable<CrossKeyCase['fixes']>[number], text: string, operator?: string) {
    const { document } = analysisOf(text);
    const [problem] = problemsBy(
      { cases: [{ when: { keys: { HeartbeatInterval: { above: 0 } } }, fixes: [fix] }] },
      text,
      operator,
    );
    const [made] = problem?.fixes ?? [];
    return made && { title: made.title, text: applyEdits(text, editsFor(document, made)) };
  }

  test('sets a value that is there, and adds one that is not', () => {
    expect(fixed({ set: { HeartbeatInterval: 300 } }, template({}))).toEqual({
      title: 'Set HeartbeatInterval to 300 s (5 min)',
      text: template({ HeartbeatInterval: '300' }),
    });
    expect(fixed({ set: { LocalPreAuthorize: true } }, template({}))?.text).toContain('LocalPreAuthorize');
  });

  test('takes the operator’s value where there is one', () => {
    const fix = { set: { WebSocketPingInterval: { advised: 42 } } };
    const text = template({ WebSocketPingInterval: '999' });
    expect(fixed(fix, text)?.title).toBe('Set WebSocketPingInterval to 42 s');
    expect(fixed(fix, text, 'greenflux')?.title).toBe('Set WebSocketPingInterval to 180 s (3 min)');
  });

  test('multiplies a number, also one that a vendor counts in minutes', () => {
    const fix = { set: { HeartbeatInterval: { times: 2 } } };
    expect(fixed(fix, template({ HeartbeatInterval: '300' }))?.text).toContain('"600"');
    const minutes = `// ocpp-config: vendor=Minutes
${template({ HeartbeatInterval: '5' })}`;
    expect(fixed(fix, minutes)?.text).toContain('"10"');
  });

  test('may have a condition', () => {
    const fix = {
      when: { keys: { HeartbeatInterval: { above: 600 } } },
      set: { HeartbeatInterval: 600 },
    };
    expect(fixed(fix, template({ HeartbeatInterval: '900' }))?.text).toContain('"600"');
    expect(fixed(fix, template({ HeartbeatInterval: '300' }))).toBeUndefined();
  });

  test('empties the lists that have items, and adds none', () => {
    const fix = { title: 'Empty the lists', empty: ['StopTxnAlignedData', 'MeterValuesAlignedData'] };
    expect(fixed(fix, template({ StopTxnAlignedData: 'Voltage' }))?.text).toBe(
      template({ StopTxnAlignedData: '' }),
    );
    expect(fixed(fix, template({ StopTxnAlignedData: '' }))).toBeUndefined();
  });

  test('adds only items that are not there', () => {
    const fix = { add: { StopTxnAlignedData: ['Voltage', 'SoC'] } };
    expect(fixed(fix, template({ StopTxnAlignedData: 'Voltage' }))?.text).toContain('"Voltage,SoC"');
    expect(fixed(fix, template({ StopTxnAlignedData: 'soc,voltage' }))).toBeUndefined();
  });

  test('adds items to a list and takes items out', () => {
    const text = template({ StopTxnAlignedData: 'Voltage,SoC' });
    expect(fixed({ add: { StopTxnAlignedData: ['Current.Import'] } }, text)?.text).toContain(
      'Voltage,SoC,Current.Import',
    );
    expect(fixed({ drop: { StopTxnAlignedData: ['SoC'] } }, text)?.text).toContain('"Voltage"');
  });

  test('is not offered where the station would refuse a part of it', () => {
    const both = { set: { HeartbeatInterval: 300, NumberOfConnectors: 2 } };
    expect(fixed(both, template({}))).toBeUndefined();
    expect(fixed({ set: { LocalPreAuthorize: true } }, dump({}, ['LocalPreAuthorize']))).toBeUndefined();
  });
});
