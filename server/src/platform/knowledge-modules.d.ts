/** Modules that the build makes of the files under `schemas/`, `rules/` and `l10n/`: see `scripts/knowledge-plugin.ts`. */

declare module 'knowledge:standard' {
  const standardKnowledge: () => import('../catalog/knowledge.ts').StandardKnowledge;
  export default standardKnowledge;
}

declare module 'knowledge:operators' {
  const operatorProfiles: () => readonly import('../catalog/operator-profile.ts').OperatorProfile[];
  export default operatorProfiles;
}

declare module 'knowledge:vendors' {
  export const vendorIndex: () => import('../catalog/vendor-pack.ts').VendorIndex;
  export const vendorPack: (id: string) => import('../catalog/vendor-pack.ts').VendorPack | undefined;
}

declare module 'knowledge:file-schemas' {
  const fileSchemas: () => import('../project/own-knowledge.ts').FileSchemas;
  export default fileSchemas;
}

declare module 'knowledge:rule-pages' {
  const rulePages: () => Readonly<Record<string, string>>;
  export default rulePages;
}

declare module 'knowledge:translations' {
  /** The languages that there are translations to, as in a locale: `de`. */
  export const languages: readonly string[];
  /** A language's texts by their English, of the code and of the data; undefined for any other language. */
  export const translations: (language: string) =>
    | {
        readonly messages: Readonly<Record<string, string>>;
        readonly knowledge: Readonly<Record<string, string>>;
      }
    | undefined;
}
