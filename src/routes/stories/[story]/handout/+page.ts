// A page to print: it needs no script.
export const csr = false;
