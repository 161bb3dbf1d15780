import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** What VS Code can do, as far as our server asks for it. */
export const VSCODE_CAPABILITIES: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
      },
    },
    codeAction: {
      isPreferredSupport: true,
      disabledSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    codeLens: {},
    formatting: { dynamicRegistration: true },
    documentLink: { tooltipSupport: true },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: ['property', 'string'],
      tokenModifiers: ['readonly', 'deprecated'],
      formats: ['relative'],
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits'] } },
  },
};

/** An editor that waits for problems to be sent and can do little else. */
export const PLAIN_CAPABILITIES: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };
