/**
 * The library of the protocol, for all files of this folder. A bundle copies its several hundred names for each file that
 * imports it, which took a tenth of the server's start.
 */
export * from 'vscode-languageserver';
