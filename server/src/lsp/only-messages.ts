import { type ConnectionOptions, Message } from './vscode-languageserver.ts';

/**
 * Passes over what is no message of the protocol. The library would write all of it into the editor's log, and it may
 * hold the text of a file.
 */
export function onlyMessages(): ConnectionOptions {
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message) || Message.isNotification(message) || Message.isResponse(message))
          next(message);
      },
    },
  };
}
