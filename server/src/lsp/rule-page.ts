import { RulePageRequest } from '../../../protocol/messages.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

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
    `A recommendation of the operator profile \`${operator}\`, which is no part of this program: a project file, a setting or another extension names it. The problem says what it asks for and why; a hover over the key says the rest.`,
    `To give it another severity, or to turn it off: \`"rules": { "${rule}": "off" }\` in \`.ocpp-config.json\`.`,
    '',
  ].join('\n\n');
}
