// A page to read and to link to: it needs no script.
export const csr = false;
