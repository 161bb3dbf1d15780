import * as l10n from '@vscode/l10n';
import { RulePageRequest } from '../../../protocol/messages.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

/** Answers what the page of a rule says, as Markdown. */
export function answerRulePages(session: Session, requests: Requests): void {
  requests.on(
    RulePageRequest,
    null,
    async ({ rule }) => (await session.platform.rulePage(rule)) ?? pageOfOwn(rule) ?? null,
  );
}

/** A recommendation of a user's own profile has no page: its problem's message says all that its author has written. */
function pageOfOwn(rule: string): string | undefined {
  const [operator, recommendation] = rule.split('/');
  if (!/^[a-z0-9-]+$/.test(operator ?? '') || !/^[a-z0-9-]+$/.test(recommendation ?? '')) return undefined;
  return [
    `# ${rule}`,
    l10n.t(
      'A recommendation of the operator profile `{0}`, which is no part of this program: a project file, a setting or another extension names it. The problem says what it asks for and why; a hover over the key says the rest.',
      operator ?? '',
    ),
    l10n.t(
      'To give it another severity, or to turn it off: {0} in `.ocpp-config.json`.',
      `\`"rules": { "${rule}": "off" }\``,
    ),
    '',
  ].join('\n\n');
}
