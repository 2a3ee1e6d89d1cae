/** As other people's pages: nothing runs here but what they would put into theirs. */
export const csr = false;
