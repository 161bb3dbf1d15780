import type { OperatorProfile } from '../catalog/operator-profile.ts';

/** Where the page of a rule is, for an editor that has no place of its own for it. */
const PUBLISHED_RULE_PAGES = 'https://github.com/ocpp-config/ocpp-config/blob/main/server/src/rules/pages/';

/** The page about the files that users write for us: their problems, and recommendations of their own, are no rules'. */
const OWN_FILES_PAGE = 'https://github.com/ocpp-config/ocpp-config/blob/main/docs/project-file.md';
const IN_OWN_FILES: readonly string[] = ['project-file', 'vendor-pack', 'operator-profile'];

/** The addresses of the rules' pages, which stand behind each problem's code. */
export class RulePages {
  readonly #base: string | undefined;
  readonly #bundledProfiles: () => readonly OperatorProfile[];

  /**
   * @param base where the editor shows pages itself, without a network; ends with a slash. It has one for whatever a
   *   user's own profile asks for, too
   * @param bundledProfiles the operators whose recommendations have a published page
   */
  constructor(base: string | undefined, bundledProfiles: () => readonly OperatorProfile[]) {
    this.#base = base;
    this.#bundledProfiles = bundledProfiles;
  }

  addressOf(rule: string): string {
    if (IN_OWN_FILES.includes(rule)) return OWN_FILES_PAGE;
    if (this.#base !== undefined) return `${this.#base}${rule}.md`;
    return this.#isOwnRecommendation(rule) ? OWN_FILES_PAGE : `${PUBLISHED_RULE_PAGES}${rule}.md`;
  }

  #isOwnRecommendation(rule: string): boolean {
    const slash = rule.indexOf('/');
    if (slash < 0) return false;
    const operator = rule.slice(0, slash);
    const recommendation = rule.slice(slash + 1);
    const profile = this.#bundledProfiles().find(({ id }) => id === operator);
    return profile?.recommendations.some(({ id }) => id === recommendation) !== true;
  }
}
