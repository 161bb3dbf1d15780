import * as l10n from '@vscode/l10n';
import { RULES } from '../rules/index.ts';
import type { RuleInformation } from './reporters/reporter.ts';
import type { Services } from './services.ts';

/** All rules that come with the program, each with its page: our own, those on several keys, then those of operators. */
export function ruleInformation({
  shelf,
  rulePages,
}: Pick<Services, 'shelf' | 'rulePages'>): RuleInformation[] {
  const pages = rulePages();
  const pageOf = (id: string) => (Object.hasOwn(pages, id) ? pages[id] : undefined);
  const own = RULES.filter(({ standsFor }) => standsFor === undefined).map(({ id, title }) => ({
    id,
    title: l10n.t(title),
  }));
  // What is data was translated when it was loaded.
  const ofSeveralKeys = shelf.catalog.crossKeyRules.map(({ id, title }) => ({ id, title }));
  const advice = shelf.source.operatorProfiles().flatMap((operator) =>
    operator.recommendations.map(({ id, title }) => ({
      id: `${operator.id}/${id}`,
      title: `${operator.name}: ${title}`,
    })),
  );
  return [...own, ...ofSeveralKeys, ...advice].map((rule) => ({ ...rule, page: pageOf(rule.id) }));
}
