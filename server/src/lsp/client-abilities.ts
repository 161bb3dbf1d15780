import {
  type ClientCapabilities,
  type CodeActionKind,
  DiagnosticTag,
  type InitializeParams,
  MarkupKind,
} from './vscode-languageserver.ts';

/** What the editor at the other end can do, as one flat list of questions. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly readsConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescriptions: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  readonly markdownHovers: boolean;
  readonly markdownCompletions: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly deprecatedCompletions: boolean;
  readonly preselect: boolean;
  /** Undefined: the editor takes commands only, which are no use for fixes. */
  readonly codeActionKinds: readonly CodeActionKind[] | undefined;
  readonly preferredCodeActions: boolean;
  readonly nestedSymbols: boolean;
  readonly foldsWholeLines: boolean;
  readonly appliesEdits: boolean;
  readonly versionedEdits: boolean;
  /** Whether an edit may be a snippet, whose placeholder is then selected. */
  readonly snippetEdits: boolean;
  readonly editAnnotations: boolean;
  /** Whether an edit may make a file. */
  readonly createsFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly formats: boolean;
  /** Whether the editor can be told later that we format, and which files. */
  readonly registersFormatting: boolean;
  /** Whether a code action that cannot be made may be sent with the reason. */
  readonly disabledCodeActions: boolean;
  readonly codeLenses: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly semanticTokens: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly linkTooltips: boolean;
  readonly inlayHints: boolean;
  /** Whether the editor asks for a hint's tooltip and edits only when somebody points at it. */
  readonly resolvesInlayHints: boolean;
  readonly refreshesInlayHints: boolean;
  readonly watchesFiles: boolean;
  /** Whether we may show progress of our own accord. */
  readonly workDoneProgress: boolean;
  /** Whether a definition may say what leads to it. */
  readonly definitionLinks: boolean;
  readonly preparesRename: boolean;
}

/** Reads what the editor can do from what it says with `initialize`. */
export function abilitiesOf({ capabilities }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  const codeAction = textDocument?.codeAction;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    readsConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    ...diagnosticAbilities(capabilities),
    markdownHovers: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    markdownCompletions: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    snippets: completionItem?.snippetSupport === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    deprecatedCompletions: (completionItem?.tagSupport?.valueSet.length ?? 0) > 0,
    preselect: completionItem?.preselectSupport === true,
    codeActionKinds: codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet,
    preferredCodeActions: codeAction?.isPreferredSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    appliesEdits: workspace?.applyEdit === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    formats: textDocument?.formatting !== undefined,
    registersFormatting: textDocument?.formatting?.dynamicRegistration === true,
    disabledCodeActions: codeAction?.disabledSupport === true,
    codeLenses: textDocument?.codeLens !== undefined,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    resolvesInlayHints: ['tooltip', 'textEdits'].every((property) =>
      textDocument?.inlayHint?.resolveSupport?.properties.includes(property),
    ),
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: capabilities.window?.workDoneProgress === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    editAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

/** Editors that pull may say what a diagnostic can hold at either place. */
function diagnosticAbilities({
  textDocument,
}: ClientCapabilities): Pick<ClientAbilities, 'relatedInformation' | 'codeDescriptions' | 'diagnosticTags'> {
  const places = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const tags = places.flatMap((place) => place?.tagSupport?.valueSet ?? []);
  return {
    relatedInformation: places.some((place) => place?.relatedInformation === true),
    codeDescriptions: places.some((place) => place?.codeDescriptionSupport === true),
    diagnosticTags: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated].filter((tag) => tags.includes(tag)),
  };
}
