import * as l10n from '@vscode/l10n';
import { type ConfigEntry, offsetInValue } from '../model/document.ts';
import type { Fix } from '../model/problem.ts';
import { entryRange } from '../resolve/entry-range.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';

interface WrongScheme {
  /** The entry that says which scheme is right. */
  readonly profile: ResolvedEntry;
  readonly address: ConfigEntry;
  readonly scheme: 'ws' | 'wss';
}

/** A WebSocket address: in a charger's configuration that of the back office. */
const ADDRESS = /^\s*(wss?):\/\//i;

/** An address of the back office whose scheme is not that of the security profile. */
export const addressAgainstSecurityProfile = scopeRule<WrongScheme>({
  id: 'address-against-security-profile',
  group: 'together',
  severity: 'error',
  title: 'Address that does not fit the security profile',
  since: '0.2.0',
  find(scope) {
    const profile = scope.known.find(({ facts }) => facts?.addressSchemes !== undefined);
    if (profile?.value.kind !== 'number') return [];
    const right = profile.facts?.addressSchemes?.[String(profile.value.value)];
    if (right === undefined) return [];
    const addresses = addressesAround(scope);
    // Where one of several fits, the others are for another network or another time.
    if (addresses.some(({ scheme }) => scheme === right)) return [];
    const [first] = addresses;
    return first === undefined ? [] : [{ profile, ...first }];
  },
  word({ profile, address, scheme }, scope) {
    const level = profile.entry.value?.text.trim() ?? '';
    const common = {
      range: address.value?.range ?? address.keyRange,
      key: address.address.name,
      related: [
        {
          range: entryRange(profile),
          message: l10n.t('{0} is {1}', profile.name, level),
        },
      ],
    };
    return scheme === 'ws'
      ? {
          ...common,
          what: l10n.t(
            '{0} begins with ws://, and {1} {2} needs an encrypted connection.',
            address.address.name,
            profile.name,
            level,
          ),
          why: l10n.t('The station does not connect any more, and somebody has to drive there.'),
          todo: l10n.t('Write wss:// and check host and port, or stay with the lower profile.'),
          severity: severityOf(scope, 'error', 'warning'),
        }
      : {
          ...common,
          what: l10n.t(
            '{0} begins with wss://, and {1} {2} is for connections without encryption.',
            address.address.name,
            profile.name,
            level,
          ),
          why: l10n.t(
            'Many stations connect all the same, some drop the encryption, and audits find the wrong profile.',
          ),
          todo: l10n.t('Raise the profile once password and root certificate are in place.'),
          severity: severityOf(scope, 'information', 'hint'),
        };
  },
  fix({ address, scheme }, scope): readonly Fix[] {
    const { value } = address;
    if (scheme !== 'ws' || value === undefined || address.readOnly === true) return [];
    const resolved = scope.entries.find(({ entry }) => entry === address);
    if (resolved !== undefined && isReportedFact(resolved, scope)) return [];
    const at = value.text.search(/ws:/i) + 'ws'.length;
    const end = offsetInValue(scope.document.text, value, at);
    return [
      {
        title: l10n.t('Write wss:// for ws://'),
        safe: false,
        changes: [{ kind: 'replace-text', range: { start: end, end }, newText: 's' }],
      },
    ];
  },
});

/** The addresses of the configuration, and of the settings that the station's own software has beside it. */
function addressesAround(scope: ResolvedScope): readonly Omit<WrongScheme, 'profile'>[] {
  const found: Omit<WrongScheme, 'profile'>[] = [];
  for (const other of scope.document.scopes) {
    const isAround = other === scope.scope || (other.keysAre === 'other' && scope.scope.keysAre === 'ocpp');
    if (!isAround) continue;
    for (const address of other.entries) {
      const match = ADDRESS.exec(address.value?.text ?? '');
      if (match !== null) found.push({ address, scheme: match[1]?.toLowerCase() === 'ws' ? 'ws' : 'wss' });
    }
  }
  return found;
}
